import Diagnostics
import Model

extension Check {
    static let invisibleCharacter = Check(
        .invisibleCharacter,
        scope: { scope, findings in
            let entries = scope.entries
            for party in entries.parties.indices {
                check(entries.parties[party].name, entries.parties[party].head.file, &findings)
                check(entries.parties[party].shortName, entries.parties[party].head.file, &findings)
                check(address: entries.parties[party].website, entries.parties[party].head.file, &findings)
            }
            for index in entries.people.indices {
                check(entries.people[index].name, entries.people[index].head.file, &findings)
            }
            for index in entries.demands.indices {
                check(entries.demands[index].title, entries.demands[index].head.file, &findings)
            }
            for index in entries.responses.indices {
                check(entries.responses[index].title, entries.responses[index].head.file, &findings)
            }
            for index in entries.threats.indices {
                check(entries.threats[index].title, entries.threats[index].head.file, &findings)
            }
            for index in entries.statements.indices {
                check(entries.statements[index].title, entries.statements[index].head.file, &findings)
            }
            for index in entries.moments.indices {
                check(entries.moments[index].title, entries.moments[index].head.file, &findings)
            }
            for index in entries.sources.indices {
                check(entries.sources[index].title, entries.sources[index].head.file, &findings)
                check(address: entries.sources[index].url, entries.sources[index].head.file, &findings)
                check(address: entries.sources[index].archive?.url, entries.sources[index].head.file, &findings)
            }
            for index in entries.terms.indices {
                check(entries.terms[index].name, entries.terms[index].head.file, &findings)
            }
            guard scope.index >= 0 else { return }
            check(scope.site.events[scope.index].title, scope.site.events[scope.index].head.file, &findings)
        },
        site: { whole, findings in
            let settings = whole.site.settings
            check(settings.title, settings.file, &findings)
            check(address: settings.baseURL, settings.file, &findings)
            check(settings.publisher?.name, settings.file, &findings)
            check(address: settings.publisher?.url, settings.file, &findings)
            for item in settings.navigation {
                check(item.title, settings.file, &findings)
                check(address: item.to, settings.file, &findings)
            }
            for page in whole.site.pages { check(page.title, page.head.file, &findings) }
        })
}

private func check(_ text: Located<String>?, _ file: TextFile, _ findings: inout Findings) {
    guard let text, !isASCII(text.value) else { return }
    let scalars = Array(text.value.unicodeScalars)
    let isRightToLeft = scalars.contains {
        (0x0590...0x08FF).contains($0.value) || (0xFB1D...0xFEFC).contains($0.value)
    }
    for (index, scalar) in scalars.enumerated() where isInvisible(scalar) {
        switch scalar.value {
        case 0x200E, 0x200F, 0x061C: if isRightToLeft { continue }
        // Joiners belong to the spelling of many scripts, and to emoji.
        case 0x200C, 0x200D: if index > 0, !scalars[index - 1].isASCII { continue }
        default: break
        }
        return report(scalar, text, file, &findings)
    }
}

private func check(address: Located<String>?, _ file: TextFile, _ findings: inout Findings) {
    guard let address, !isASCII(address.value), let scalar = address.value.unicodeScalars.first(where: isInvisible)
    else { return }
    report(scalar, address, file, &findings)
}

private func isASCII(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } }
}

private func report(_ scalar: Unicode.Scalar, _ text: Located<String>, _ file: TextFile, _ findings: inout Findings) {
    let found = file.place(ofLast: String(scalar), in: text.range)
    // What an escape of YAML makes, and what reorders text, is reported where it is read.
    guard let found, !(0x202A...0x202E).contains(scalar.value) else { return }
    let place = TextLocation(file, found)
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let name = scalar.properties.name.map { " (\($0.lowercased()))" } ?? ""
    findings.report(
        Diagnostic(
            .invisibleCharacter, "there is an invisible character here: \(code)\(name)", at: place,
            hint: "delete it, unless the text's language needs it",
            fixIt: FixIt(replacing: place, with: "", title: "delete \(code)")))
}

/// Format characters that leave no mark: zero widths, directions, invisible operators, tags, the soft hyphen.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF,
        0xE0000...0xE007F:
        true
    default: false
    }
}
