// Input: a configuration (folders, dates, options) and a `World` (files, clock, cores).
// Output: a `Report`: every problem, what was written, what was left out, and the times of the stages.
// Stages: scan, read, assemble, plan, check, render, write. If there is an error, nothing is written.
// This module does not print, end the process, or read the clock except through its `World`.
//
//     var workspace = Workspace(Configuration(content: "content", output: "public"), in: world)
//     let report = workspace.build()
//     report.exitStatus      // 0, 1, 2 or 3

import Diagnostics
import Model
import Reading
import Writing
