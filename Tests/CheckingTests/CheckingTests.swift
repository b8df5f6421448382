import Checking
import Diagnostics
import Testing
