extension Prose {
    /// A heading of level 1 or 2 and the blocks up to the next. Headings inside quotes and lists begin no section.
    package struct Section: Sendable {
        /// nil before the first heading.
        package let heading: Heading?
        /// The inlines of the heading.
        package let title: Range<Int>
        /// The blocks below the heading.
        package let body: Range<Int>

        /// Title and body: everything of the section in order.
        package var nodes: Range<Int> { title.lowerBound..<body.upperBound }
    }

    /// The body with some of its sections only.
    package func keepingSections(where isKept: (Section) -> Bool) -> Prose {
        var kept: [Node] = []
        var (targets, headings): ([Target], [Heading]) = ([], [])
        for section in sections where isKept(section) {
            // A section with a heading begins with the heading's own node, before its inlines.
            let first = section.heading == nil ? section.nodes.lowerBound : section.nodes.lowerBound - 1
            let shift = kept.count - first
            for node in nodes[first..<section.nodes.upperBound] {
                let content: Content
                switch node.content {
                case .heading(let number):
                    content = .heading(UInt32(headings.count))
                    headings.append(self.headings[Int(number)])
                case .link(let number):
                    content = .link(UInt32(targets.count))
                    targets.append(self.targets[Int(number)])
                case .citation(let number):
                    content = .citation(UInt32(targets.count))
                    targets.append(self.targets[Int(number)])
                case .image(let number):
                    content = .image(UInt32(targets.count))
                    targets.append(self.targets[Int(number)])
                default: content = node.content
                }
                kept.append(Node(content, end: node.end + shift))
            }
        }
        return Prose(nodes: kept, text: text, targets: targets, headings: headings)
    }

    /// The sections of a body. If the body begins with a heading, every section has one.
    package var sections: [Section] {
        var sections: [Section] = []
        var heading: Heading?
        var title = 0..<0
        var index = 0
        func close() {
            if heading != nil || title.upperBound < index {
                sections.append(Section(heading: heading, title: title, body: title.upperBound..<index))
            }
        }
        while index < nodes.count {
            let end = nodes[index].end
            if case .heading(let number) = nodes[index].content, headings[Int(number)].level <= 2 {
                close()
                heading = headings[Int(number)]
                title = index + 1..<end
            }
            index = end
        }
        close()
        return sections
    }
}
