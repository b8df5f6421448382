import Bytes
import Diagnostics
import Exporting
import Model
import Rendering
import Synchronization
import Writing

extension DiagnosticCode {
    package static let missingRenderer = DiagnosticCode(
        "missing-renderer", .warning, title: "No program for the pictures that go with links",
        article: """
            `share_pictures: png` in site.md asks for `card.png`, the picture that networks show with a link to an event. \
            This program draws no letters: it writes `card.svg`, and rsvg-convert or resvg makes the PNG of it, if PATH has \
            one of them. Neither was found. The site was built without these pictures, and its pages name none.

                apt install librsvg2-bin      (Debian, Ubuntu)
                brew install librsvg          (macOS)
                cargo install resvg           (everywhere else)

            The letters are those of the fonts of the machine, so the same content gives other bytes on another machine; all \
            other files of a site are the same everywhere. A picture of your own, `card.png` or `card.jpg` in the event's \
            folder, needs no program and is never replaced.
            """)

    package static let failedPicture = DiagnosticCode(
        "failed-picture", .warning, title: "A picture that could not be made",
        article: """
            rsvg-convert or resvg did not make a `card.png` of a card (`share_pictures: png` in site.md): it failed, took too \
            long, needed too much memory, or wrote something else. The site was built without that picture. After three \
            failures the program is not started again in the same build; the next build tries again. The message has the \
            program's own words; to see more, run it yourself:

                rsvg-convert public/card.svg --output card.png
            """)
}

/// The cards as PNG that a build has made, or kept.
struct MadePictures: Sendable {
    /// What was made, with a fingerprint of what it was made from.
    var made: [(output: PlannedOutput, key: ContentHash)] = []
    var faults: [Diagnostic] = []
    /// What made them: an empty text if the machine has no such program, nil if the site wants none.
    var renderer: String?
    /// Whether one could not be made, which the next build tries again.
    var hasFailed = false
}

extension Workspace {
    /// After so many failures of one build the program is not started again.
    private static let mostFailures = 3

    /// Makes the cards as PNG, before the pages that name them. One that was made of the same SVG by the same program, and
    /// is still in the output, is kept.
    func makePictures(
        _ context: RenderContext, after memory: BuildMemory?, _ progress: Progress, to session: some PageSink
    ) throws(WriteFault) -> MadePictures {
        let site = context.plan.site
        guard site.sharesPNG else { return MadePictures() }
        guard let renderer = world.pictureRenderer() else {
            return MadePictures(faults: missingRenderer(for: site), renderer: "")
        }
        let identity = renderer.identity
        let planned = context.plan.outputs.filter { context.sharePicture(of: $0) != nil }
        let known = Dictionary(memory?.pictures ?? [], uniquingKeysWith: { first, _ in first })
        let scratch = try ScratchFolder()
        let place = site.settings.sharePictures.map { TextLocation(site.settings.file, $0.range) }
        let result = Mutex(Making(picture: [MadePictures](repeating: MadePictures(), count: planned.count)))
        world.cores.forEachBlock(planned.count, block: 1) { range in
            for index in range {
                guard result.withLock({ $0.fault == nil && $0.failures < Self.mostFailures }) else { return }
                let output = planned[index]
                guard let picture = context.sharePicture(of: output) else { continue }
                let svg = context.exports.drawing(of: picture, output)
                var hasher = ContentHasher()
                hasher.update(identity)
                hasher.update(svg)
                let key = hasher.finish()
                do throws(WriteFault) {
                    var isKept = known[output.path] == key
                    if isKept { isKept = try session.keep(output.path) }
                    if !isKept {
                        let png = Result { () throws(PictureRenderer.Failure) in
                            try renderer.png(of: svg, in: scratch, number: index)
                        }
                        switch png {
                        case .success(let bytes): try session.add(output.path, bytes)
                        case .failure(let failure):
                            result.withLock { $0.fail(index, Diagnostic(failure, renderer, output, at: place)) }
                            continue
                        }
                    }
                    result.withLock { $0.picture[index].made = [(output, key)] }
                } catch {
                    result.withLock { $0.fault = $0.fault ?? error }
                }
                progress.update("drawing", index + 1, planned.count)
            }
        }
        let all = result.withLock { $0 }
        if let fault = all.fault { throw fault }
        return MadePictures(
            made: all.picture.flatMap(\.made), faults: all.picture.flatMap(\.faults), renderer: identity,
            hasFailed: all.failures > 0)
    }

    /// That the machine has no program for the pictures that the site wants; nothing if it has one, or the site wants none.
    func missingRenderer(for site: Site) -> [Diagnostic] {
        guard site.sharesPNG, let setting = site.settings.sharePictures, world.pictureRenderer() == nil else {
            return []
        }
        let names = PictureRenderer.names.joined(separator: " nor ")
        return [
            Diagnostic(
                .missingRenderer, "PATH has neither \(names), which make 'card.png'",
                at: TextLocation(site.settings.file, setting.range),
                hint: """
                    install librsvg (Debian: 'apt install librsvg2-bin', macOS: 'brew install librsvg'), or remove the line
                    """)
        ]
    }
}

/// What threads have done so far.
private struct Making: Sendable {
    var picture: [MadePictures]
    var failures = 0
    var fault: WriteFault?

    mutating func fail(_ index: Int, _ diagnostic: Diagnostic) {
        failures += 1
        picture[index].faults = [diagnostic]
    }
}

extension Diagnostic {
    fileprivate init(
        _ failure: PictureRenderer.Failure, _ renderer: PictureRenderer, _ output: PlannedOutput,
        at place: TextLocation?
    ) {
        self.init(
            .failedPicture, "\(renderer.name) could not make '\(output.path)': \(failure.reason)", at: place,
            hint: "the site has no such picture until a build can make it")
    }
}
