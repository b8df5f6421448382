import Checking
import Diagnostics
import Model
import Reading
import Rendering
import Templates
import Writing

extension DiagnosticCode {
    package static let environment = DiagnosticCode(
        "environment", .error, title: "A file or folder cannot be used",
        article: """
            A file or folder cannot be opened, read or written: it does not exist, permissions forbid it, or the disk \
            is full. The message names it and has the system's words. Nothing was changed.
            """)

    package static let missingContent = DiagnosticCode(
        "missing-content", .error, title: "No content folder",
        article: """
            A site is made from the Markdown files in a folder, by default `content` in the working directory. There \
            is no such folder. Change to its parent folder, or name it:

                explainer build --content story

            A new site needs two files: `content/site.md` with a `title`, and `content/event.md` with a `title` and a \
            `summary`, each between lines of `---`. `explainer new story` writes a small example site.
            """)

    package static let missingTheme = DiagnosticCode(
        "missing-theme", .error, title: "No templates",
        article: """
            Pages are rendered with templates: your own in `templates/`, and those of the default theme, which is \
            installed with the program. There is no theme, and there are no templates of your own, or too few. Install the \
            program with `make install`, or name a folder with `--templates`.
            """)

    package static let missingTemplates = DiagnosticCode(
        "missing-templates", .error, title: "No such folder of templates",
        article: """
            `--templates` names the folder with your own templates, and there is no such folder. Without the option, the \
            folder `templates` in the working directory is used if it exists.

                explainer build --templates newsroom
            """)

    package static let oversizedThemeFile = DiagnosticCode(
        "oversized-theme-file", .error, title: "A file of the theme that is too large",
        article: """
            Files of a theme are stored in memory during a build and can have at most 16 MiB each, or what \
            `--max-file-size` allows. Put large pictures and films below `content/`, from where they are copied.
            """)

    /// Codes of this module.
    package static let buildingCodes: [DiagnosticCode] = [
        .environment, .missingContent, .missingTheme, .missingTemplates, .oversizedThemeFile, .staleOutput,
        .brokenStylesheet, .unknownProperty, .thirdPartyStyle, .missingStyleFile, .outdatedCopy, .lostAddress,
        .missingRenderer, .failedPicture,
    ]
}

/// Every code that the program can report, by name.
package let allCodes: [DiagnosticCode] =
    (DiagnosticCode.readingCodes + DiagnosticCode.modelCodes + DiagnosticCode.checkCodes
    + DiagnosticCode.templateCodes + DiagnosticCode.writingCodes + DiagnosticCode.buildingCodes)
    .sorted { $0.name < $1.name }

extension Diagnostic {
    /// A problem of the environment, which has no line.
    init(environment message: String, path: String?) {
        self.init(.environment, message, at: nil, path: path)
    }
}

extension Configuration {
    /// The options of the writer.
    var writeOptions: WriteOptions {
        var options = WriteOptions(
            output: output, sources: [content, templates] + (theme.map { [$0] } ?? []), adopt: adopt, force: force,
            durable: durable, wait: wait, willWait: willWait)
        options.workFolder = workFolder
        return options
    }
}
