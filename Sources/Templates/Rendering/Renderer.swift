import Diagnostics

/// Renders pages of a template set one after the other and reuses its working memory. For one task, and for pages with
/// the same shared fields (`RecordType.sharing`).
package final class Renderer {
    private let program: Program
    private let constants: [Value]
    private var machine: Machine
    private let log = LinkLog()

    init(_ program: Program) {
        self.program = program
        self.constants = program.constants.map(\.value)
        self.machine = Machine(keptParts: program.keptParts)
    }

    /// Appends a page's bytes to the output.
    ///
    /// - Parameters:
    ///   - file: the page's template as the schema names it: `event.html`.
    ///   - view: the record whose fields are the template's names.
    ///   - path: the page's own path from the site's root (`event/demands/x.html`): links are relative to it.
    ///   - address: the results of the schema's address functions on this page.
    /// - Returns: the page's errors: a URL with a scheme that is not allowed (`#` is printed instead), recursion beyond
    ///   64 levels, division by zero (the page ends there). Empty for a complete page.
    package func render<View: TemplateView>(
        _ file: String, _ view: View, at path: String, links: LinkStyle = .relative, into output: inout [UInt8],
        address: AddressFunction.Resolver = { _, _ in nil }
    ) -> [Diagnostic] {
        render(file, record: View.record.of(view), at: path, links: links, into: &output, address: address)
    }

    /// The same for a record.
    package func render(
        _ file: String, record: TemplateRecord, at path: String, links: LinkStyle = .relative,
        into output: inout [UInt8], address: AddressFunction.Resolver = { _, _ in nil }
    ) -> [Diagnostic] {
        guard let page = program.pages[file] else {
            return [
                Diagnostic(.templateHost, "there is no page template '\(file)' without errors", at: nil, path: file)
            ]
        }
        guard record.shape === page.root else {
            return [
                Diagnostic(
                    .templateHost, "'\(file)' was checked for records '\(page.root.name)', not '\(record.shape.name)'",
                    at: nil,
                    path: file)
            ]
        }
        machine.run(
            program, constants, page: page, root: record,
            links: LinkWriter(page: path, style: links, log: log), address)
        if page.language == .xml {
            XMLCharacters.append(machine.output.bytes, to: &output)
        } else {
            machine.output.withSpan { output.append(copying: $0) }
        }
        let faults = machine.faults
        machine.reset()
        return faults.isEmpty ? [] : faults.map { diagnostic($0, page: path) }
    }

    /// The template of a page, as the schema names it.
    package func source(of file: String) -> TextFile? { program.pages[file]?.file }

    private func diagnostic(_ fault: Machine.Fault, page: String) -> Diagnostic {
        let calls = fault.calls.suffix(6).reversed().map { call in
            Diagnostic.Note("called here", at: program.origin(of: call))
        }
        return Diagnostic(
            fault.code, fault.message, at: program.origin(of: fault.instruction), path: page,
            notes: calls + [.init("while the page '\(page)' was rendered")], hint: fault.hint)
    }
}
