// Package readiness estimates, from mock exams, what share of the exam's questions a candidate would answer correctly, by
// domain and in all, with an honest range, and what chance of passing that makes.
package readiness
