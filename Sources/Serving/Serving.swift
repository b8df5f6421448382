// Input: a workspace, and what changes on the disk.
// Output: HTTP on one address of this machine: the site's files from memory, a stream that says when something changed,
// and the list of problems. Nothing is written.
// A request and the state of the site are turned into a response by one function without side effects (`RequestRules`). A
// URL is only a key of the site's plan: no path of the disk is ever made from it.
// One thread reads what changed and replaces the state (`PreviewSession`); pages are rendered on other threads.

import Building
import Diagnostics
