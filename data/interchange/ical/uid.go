package ical

import "github.com/google/uuid"

// Namespace is what all names made by [UID] begin from: a UUID drawn once for this purpose. It must never change, or
// every calendar that has read a file would take the events of the next one for new.
const Namespace = "5689af94-923b-499e-b298-e9a4d105ba26"

var namespace = uuid.MustParse(Namespace)

// UID names an event for all calendars and all time: a version 5 UUID (RFC 9562) of id within space, itself one within
// [Namespace], so that ("a", "bc") and ("ab", "c") differ. The same pair always gives the same 36 characters. A space
// is what ids are unique in, such as a plan; another space gives a file that calendars read as a fresh copy. The id
// should be one that is kept when the event moves, never its day or its place in a list.
func UID(space, id string) string {
	return uuid.NewSHA1(uuid.NewSHA1(namespace, []byte(space)), []byte(id)).String()
}
