package editor

import (
	"container/list"

	"ledstjarna/internal/plan"
)

// cache holds the contents used last.
type cache struct {
	limit int
	byUse *list.List // of cached, the latest used first
	at    map[plan.ID]*list.Element
}

type cached struct {
	version plan.ID
	sealed  plan.Sealed
}

func newCache(limit int) *cache {
	return &cache{limit: limit, byUse: list.New(), at: map[plan.ID]*list.Element{}}
}

// get returns the version's content if it is the one with the hash.
func (c *cache) get(version plan.ID, hash string) (plan.Sealed, bool) {
	el, ok := c.at[version]
	if !ok {
		return plan.Sealed{}, false
	}
	s := el.Value.(cached).sealed
	if s.Hash != hash {
		return plan.Sealed{}, false
	}
	c.byUse.MoveToFront(el)
	return s, true
}

func (c *cache) put(version plan.ID, s plan.Sealed) {
	c.drop(version)
	c.at[version] = c.byUse.PushFront(cached{version, s})
	if c.byUse.Len() > c.limit {
		c.drop(c.byUse.Back().Value.(cached).version)
	}
}

func (c *cache) drop(version plan.ID) {
	if el, ok := c.at[version]; ok {
		c.byUse.Remove(el)
		delete(c.at, version)
	}
}
