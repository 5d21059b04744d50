// Package replan asks before a plan changes: the dialogs Rebalance and What if… show what would move, from where to where and why, and what that does to the
// answer. Nothing is stored until it is confirmed; one Undo brings the old plan back.
//
// The package knows dialogs and figures, never how a plan is repaired. Start reading at [Rebalance].
package replan
