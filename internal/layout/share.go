package layout

import "math"

// share divides total: each gets its least, the rest goes by weight (to all alike
// where none has any). Too little for the least shrinks the flexible first.
func share(least, weight []float64, total float64) []float64 {
	sum, weights := 0.0, 0.0
	for i := range least {
		sum += least[i]
		weights += weight[i]
	}
	if sum >= total {
		return shrink(least, weight, total-sum)
	}
	out := make([]float64, len(least))
	if weights == 0 {
		for i := range out {
			out[i] = least[i] + (total-sum)/float64(len(out))
		}
		return out
	}
	return level(least, weight, total)
}

// level gives flexible columns widths in proportion to their weights, raising
// those that would fall below their least.
func level(least, weight []float64, total float64) []float64 {
	out := make([]float64, len(least))
	stuck := make([]bool, len(least))
	for {
		rest, weights := total, 0.0
		for i := range least {
			if stuck[i] || weight[i] == 0 {
				rest -= least[i]
			} else {
				weights += weight[i]
			}
		}
		again := false
		for i := range least {
			out[i] = least[i]
			if stuck[i] || weight[i] == 0 {
				continue
			}
			if out[i] = rest * weight[i] / weights; out[i] < least[i] {
				stuck[i], again = true, true
			}
		}
		if !again {
			return out
		}
	}
}

// narrowest is what a column keeps when there is too little room: a character or
// two, so that every text can still be broken to fit.
const narrowest = 14.0

// shrink takes missing points from the flexible columns, and from all once those
// are down to half.
func shrink(least, weight []float64, missing float64) []float64 {
	flexible := make([]float64, len(least))
	spare := 0.0
	for i := range least {
		if weight[i] > 0 {
			flexible[i] = least[i] / 2
			spare += max(least[i]/2-narrowest, 0)
		}
	}
	first := math.Min(-missing, spare)
	out := reduce(least, flexible, first)
	return reduce(out, out, -missing-first)
}

// reduce takes points from columns in proportion to what their parts that may go
// have above the narrowest.
func reduce(widths, parts []float64, points float64) []float64 {
	out := append([]float64{}, widths...)
	spare := 0.0
	for _, p := range parts {
		spare += max(p-narrowest, 0)
	}
	if spare == 0 {
		return out
	}
	for i, p := range parts {
		out[i] -= points * max(p-narrowest, 0) / spare
	}
	return out
}
