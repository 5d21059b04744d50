// Package plan is the screen of the dated plan: the month with its sessions, milestones and days off, or all sessions as
// a list; beside it the chosen day, the hours of each domain and the milestones.
//
// Everything can be done by keyboard: the arrows choose a day, Enter goes to its sessions, and on a session a letter acts
// (row.go lists them). A change goes straight to the application, which tells of it, and the page reads the plan again.
//
// Start at page.go; day.go and row.go are the chosen day, actions.go is what can be done with a session.
package plan
