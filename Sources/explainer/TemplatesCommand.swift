import ArgumentParser
import Building
import Diagnostics
import Reading
import Rendering
import Templates

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `explainer templates`
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List what templates can use: pages, records, words, filters and tests.",
        discussion: """
            A file in the templates folder overrides the default theme's file of the same name, and can extend it: \
            '{% extends "theme/base.html" %}'. Each kind of page has a template. This command lists the names that each \
            template can use, and the fields of each record. It also shows where the theme lies, copies one of its files, \
            and compares your files with those of the theme that they replace.

            Examples:
              explainer templates | less
              explainer templates --format markdown > templates.md
              explainer templates --format json | jq '.pages[].file'
              ls "$(explainer templates --path)"
              explainer templates --copy parts.html
              explainer templates --diff
            """)

    /// The formats of the reference.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    @Option(help: "The output format.")
    var format: Format = .text

    @Flag(help: "Print the folder of the default theme.")
    var path = false

    @Option(help: ArgumentHelp("Copy a file of the theme into the templates folder.", valueName: "file"))
    var copy: String?

    @Flag(help: "Show how your files differ from those of the theme that they replace.")
    var diff = false

    @Option(help: "The folder with your own templates.")
    var templates = "templates"

    @Argument(help: "With --diff, one file.")
    var file: String?

    func validate() throws {
        if [path, copy != nil, diff].count(where: { $0 }) > 1 {
            throw ValidationError("--path, --copy and --diff cannot be used together")
        }
        if let file, !diff { throw ValidationError("'\(file)' is not expected here; only --diff takes a file") }
    }

    func run() throws {
        guard path || copy != nil || diff else { return printReference() }
        do {
            if path { return try printPath() }
            guard let theme = try ThemeFolder(own: templates) else { throw missingTheme() }
            if let copy { try write(copy, of: theme) } else { try printDifferences(theme) }
        } catch let fault as EnvironmentFault {
            Console.write("explainer: \(fault.message)\n", to: .errors)
            throw ExitStatus.environment
        }
    }

    private func printReference() {
        let reference = siteReference
        switch format {
        case .text: Console.write(reference.text, to: .output)
        case .markdown: Console.write(reference.markdown, to: .output)
        case .json:
            Console.write(String(decoding: reference.json.encoded(indent: 2), as: UTF8.self) + "\n", to: .output)
        }
    }

    // MARK: - The theme's files

    private func missingTheme() -> ExitStatus {
        Console.write("explainer: no default theme is installed; 'make install' installs it\n", to: .errors)
        return .usage
    }

    private func printPath() throws {
        guard let path = InstalledTheme.path(besides: templates) else { throw missingTheme() }
        Console.write(path + "\n", to: .output)
    }

    private func write(_ name: String, of theme: ThemeFolder) throws {
        guard let bytes = try theme.bytes(ofThemeFile: name) else { throw unknown(name, among: theme.names) }
        let target = templates + "/" + name
        if try theme.bytes(ofOwnFile: name) != nil {
            Console.write(
                "explainer: there is a '\(target)' already; nothing was written. 'explainer templates --diff \(name)' compares it with the theme's.\n",
                to: .errors)
            throw ExitStatus.usage
        }
        let first = ThemeCopy(of: name, version: Version.number, bytes: bytes).firstLine ?? ""
        guard makeFolders(above: target), put(Array(first.utf8) + bytes, into: target) else {
            Console.write("explainer: cannot write '\(target)': \(String(cString: strerror(errno)))\n", to: .errors)
            throw ExitStatus.environment
        }
        Console.write("Wrote \(target).\n", to: .output)
        if name.hasSuffix(".html") {
            Console.write(
                "To change a part of it only, extend the theme's file instead: {% extends \"theme/\(name)\" %}\n",
                to: .output)
        }
    }

    private func printDifferences(_ theme: ThemeFolder) throws {
        let names = file.map { [$0] } ?? theme.replaced
        for name in names {
            guard let original = try theme.bytes(ofThemeFile: name) else { throw unknown(name, among: theme.names) }
            guard let own = try theme.bytes(ofOwnFile: name) else {
                Console.write("explainer: '\(templates)/\(name)' does not exist, so the theme's is used\n", to: .errors)
                throw ExitStatus.usage
            }
            let text = LineDifference(from: original, to: own)
                .text(from: "theme/" + name, to: templates + "/" + name)
            Console.write(text, to: .output)
        }
    }

    private func unknown(_ name: String, among names: [String]) -> ExitStatus {
        let near = nearestName(to: name, among: names).map { ". Did you mean '\($0)'?" } ?? ""
        Console.write("explainer: the theme has no file '\(name)'\(near)\n", to: .errors)
        return .usage
    }

    /// Creates the folders in which a file lies.
    private func makeFolders(above path: String) -> Bool {
        var folder = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += (folder.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
            if folder.isEmpty || folder == "/" { continue }
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { return false }
        }
        return true
    }

    private func put(_ bytes: [UInt8], into path: String) -> Bool {
        guard let file = fopen(path, "wx") else { return false }
        let count = fwrite(bytes, 1, bytes.count, file)
        return fclose(file) == 0 && count == bytes.count
    }
}
