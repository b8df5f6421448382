import Platform
import Reading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Everything outside the program that a run depends on, as one value: files, the time, and processor cores.
package struct World: Sendable {
    package var files: FileSystem
    /// Seconds since 1970 UTC. Used only to decide whether an embargo has ended.
    package var now: Int
    /// The clock of file time stamps, in nanoseconds since 1970.
    package var fileTime: @Sendable () -> Int
    package var cores: Cores
    /// Finds the program that makes PNG of SVG; nil if the machine has none.
    package var pictureRenderer: @Sendable () -> PictureRenderer?

    package init(
        files: FileSystem = .live, now: Int, cores: Cores = Cores(jobs: 1),
        fileTime: @escaping @Sendable () -> Int = World.systemTime,
        pictureRenderer: @escaping @Sendable () -> PictureRenderer? = { PictureRenderer.onPath() }
    ) {
        self.files = files
        self.now = now
        self.cores = cores
        self.fileTime = fileTime
        self.pictureRenderer = pictureRenderer
    }

    /// The system's clock, in nanoseconds since 1970.
    package static let systemTime: @Sendable () -> Int = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }
}
