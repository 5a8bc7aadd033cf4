package main

// grammar is the whole command line.
type grammar struct {
	Lang string `name:"lang" enum:"sv,en," default:"" placeholder:"lang"`
	At   string `name:"at" placeholder:"time"`
	By   string `name:"by" placeholder:"person"`
	JSON bool   `name:"json"`

	New        newCommand        `cmd:""`
	Info       infoCommand       `cmd:""`
	Documents  documentsCommand  `cmd:""`
	Add        addCommand        `cmd:""`
	Promote    promoteCommand    `cmd:""`
	Remove     removeCommand     `cmd:""`
	Show       showCommand       `cmd:""`
	Set        setCommand        `cmd:""`
	Register   registerCommand   `cmd:""`
	Relate     relateCommand     `cmd:""`
	Inherit    inheritCommand    `cmd:""`
	Drift      driftCommand      `cmd:""`
	Lessons    lessonsCommand    `cmd:""`
	Relations  relationsCommand  `cmd:""`
	NoPlan     noPlanCommand     `cmd:""`
	Findings   findingsCommand   `cmd:""`
	Compare    compareCommand    `cmd:""`
	Status     statusCommand     `cmd:""`
	Rule       ruleCommand       `cmd:""`
	Attachment attachmentCommand `cmd:""`
	Logo       logoCommand       `cmd:""`
	FollowUp   followUpCommand   `cmd:""`
	Records    recordsCommand    `cmd:""`
	Correct    correctCommand    `cmd:""`
	Reviews    reviewsCommand    `cmd:""`
	Review     reviewCommand     `cmd:""`
	Snooze     snoozeCommand     `cmd:""`
	Deviation  deviationCommand  `cmd:""`
	Need       needCommand       `cmd:""`
	Packets    packetsCommand    `cmd:""`
	Packet     packetCommand     `cmd:""`
	Decide     decideCommand     `cmd:""`
	Export     exportCommand     `cmd:""`
	Dump       dumpCommand       `cmd:""`
	Load       loadCommand       `cmd:""`
	Exchange   exchangeCommand   `cmd:""`
	Handover   handOverCommand   `cmd:""`
	Import     importCommand     `cmd:""`
	Backup     backupCommand     `cmd:""`
	Restore    restoreCommand    `cmd:""`
	Rescue     rescueCommand     `cmd:""`
	Search     searchCommand     `cmd:""`
	Check      checkCommand      `cmd:""`
	Guide      guideCommand      `cmd:""`
}
