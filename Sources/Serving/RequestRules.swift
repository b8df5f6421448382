import Building
import Bytes
import Model

/// Turns a request and the state of the site into a response. Without side effects; no input ends the process.
package struct RequestRules: Sendable {
    package let hosts: HostRules

    package init(hosts: HostRules) { self.hosts = hosts }

    package func response(to request: WebRequest, from site: ServedSite) -> WebResponse {
        if let rejection = rejection(of: request) { return rejection }
        let path: String
        do throws(RequestTarget.Fault) {
            path = try RequestTarget.path(of: request.target)
        } catch {
            switch error {
            case .invalid: return WebResponse(400, "The address is not a valid path.")
            case .tooLong: return WebResponse(414, "The address is longer than \(RequestTarget.longest) bytes.")
            case .unknown: return notFound(site)
            }
        }
        if path.hasPrefix(OwnPath.folder) { return ownFile(at: path, site) }
        guard let files = site.files else {
            return page(ServedFile(page: Array(ServerTexts.noSite.utf8)), status: 503)
        }
        return file(at: path, files, site)
    }

    // MARK: Rejecting

    /// The answer to a request that is not from this server's own pages or from somebody who types its address.
    private func rejection(of request: WebRequest) -> WebResponse? {
        let names = request.values("host")
        guard names.count == 1, let host = names.first else {
            return WebResponse(400, "The request must have one Host header.")
        }
        guard hosts.allows(host: host) else {
            return WebResponse(
                403, "This server does not answer to this name. Open it as localhost, or allow the name: --allow-host.")
        }
        guard request.values("origin").allSatisfy(hosts.allows(origin:)) else {
            return WebResponse(403, "Pages of other sites cannot use this server.")
        }
        let site = request.values("sec-fetch-site")
        let isNavigation =
            request.values("sec-fetch-mode") == ["navigate"] && request.values("sec-fetch-dest") == ["document"]
        guard site.allSatisfy({ $0 == "same-origin" || $0 == "none" }) || isNavigation else {
            return WebResponse(403, "Pages of other sites cannot use this server.")
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            return WebResponse(405, "Only GET and HEAD are possible.", [("Allow", "GET, HEAD")])
        }
        return nil
    }

    // MARK: Files

    private func ownFile(at path: String, _ site: ServedSite) -> WebResponse {
        switch path {
        case OwnPath.script: WebResponse(200, MediaType.script, Array(PreviewScript.page.utf8))
        case OwnPath.worker: WebResponse(200, MediaType.script, Array(PreviewScript.worker.utf8))
        case OwnPath.events: WebResponse(200, [("Content-Type", "text/event-stream")], .stream)
        case OwnPath.problems: WebResponse(200, "application/json", site.problems)
        default: WebResponse(404, "There is no such file.")
        }
    }

    private func file(at path: String, _ files: any ServedFiles, _ site: ServedSite) -> WebResponse {
        // Absolute links have the prefix of the published site.
        let prefix = files.rootPrefix.dropFirst()
        let paths = !prefix.isEmpty && path.hasPrefix(prefix) ? [String(path.dropFirst(prefix.count)), path] : [path]
        for path in paths {
            let whole = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
            if let file = site.file(at: whole) {
                return file.digest != nil && whole == "404.html"
                    ? page(file, status: 404) : response(file, path: whole)
            }
        }
        // The address of a folder without its slash.
        for path in paths where files.contains(path + "/index.html") {
            let location = "/" + percentEncoded(path, allowing: isUnreservedOrSlash) + "/"
            return WebResponse(301, "The page is a folder's.", [("Location", location)])
        }
        return notFound(site)
    }

    private func response(_ file: ServedFile, path: String) -> WebResponse {
        if file.digest != nil { return page(file, status: 200) }
        return WebResponse(200, MediaType.of(path), file.bytes)
    }

    private func page(_ file: ServedFile, status: Int) -> WebResponse {
        WebResponse(status, MediaType.page, file.bytes, file.digest.map { [("Explainer-Page", $0)] } ?? [])
    }

    private func notFound(_ site: ServedSite) -> WebResponse {
        if let file = site.file(at: "404.html"), file.digest != nil { return page(file, status: 404) }
        return WebResponse(404, "There is no such page.")
    }
}
