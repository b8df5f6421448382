// What each word of a closed list means, with an example, for writers who choose between two neighbours.
// One sentence each; every party, person and place in the examples is invented.

extension Demand.Aim {
    package var meaning: String {
        switch self {
        case .assist: "To give help or support: lend the town two fire engines."
        case .change: "To change a rule, a plan or a practice: move the night shift to the morning."
        case .yield: "To give something up or stop doing it: take back the ban, free the crew, hand over the files."
        case .meet: "To meet, talk or let somebody mediate: sit down with the residents before Friday."
        }
    }
}

extension Demand.Channel {
    package var meaning: String {
        switch self {
        case .public: "The asker made it in public: the union read it out at a rally."
        case .private: "The asker made it in private and later confirmed it: the firm published its own letter."
        case .reported: "Others reported it and the asker did not publish it: two newspapers describe a phone call."
        case .leaked: "It became known against the asker's will: somebody passed an internal memo to the press."
        case .court: "It was made in a court case: the tenants asked the court to stop the eviction."
        }
    }
}

extension Demand.Form {
    package var meaning: String {
        switch self {
        case .demand: "It asks for something: \"Pay us six per cent more.\""
        case .request: "It asks, and leaves it to those asked: a petition to the court, an application to the city."
        case .order: "An authority orders it: the court orders the firm to open its books."
        case .offer: "It offers something that the other side may accept: four per cent over two years."
        case .proposal: "It proposes terms, often by a third side: the mediator's paper."
        }
    }
}

extension Demand.Status {
    package var meaning: String {
        switch self {
        case .open: "No answer decides it yet: the city was asked on Monday and has until Friday."
        case .negotiating: "A party that was asked is talking or made a counter-offer: the firm offers three per cent."
        case .agreed: "Every party that was asked said that it will, or agreed in principle: the ministry will publish."
        case .agreedWithConditions: "It was accepted if something else is done: the firm pays if the strike ends."
        case .partlyAgreed: "A part of it was accepted: one bus instead of two."
        case .met: "What was asked was done: the museum returned the statue."
        case .metLate: "What was asked was done, after the deadline: the report came three weeks late."
        case .refused: "Every party that was asked refused: both ministries said no."
        case .challengedInCourt:
            "Every party that was asked went to court against it: the club sued to keep its licence."
        case .mixed: "Those asked answered differently, or only some of them did: one port opened, one refused."
        case .unanswered: "Its deadline passed and no answer is recorded: the date came and nobody wrote."
        case .settled: "An agreement settles it, or its counter-offer was accepted: the wage deal names the demand."
        case .withdrawn: "The asker took it back: the league no longer asks for the coach to go."
        case .replaced: "The asker made another demand in its place: ten per cent became six per cent."
        case .leftOpen: "The event ended before it was decided: the festival was cancelled."
        case .lapsed: "It lost its object, as the writer says: the law that it was about was repealed."
        }
    }
}

extension Response.Kind {
    package var meaning: String {
        switch self {
        case .refused: "It said no: the board will not reopen the budget."
        case .refusedForNow: "It said no at present and left the door open: the court will not hear the case this year."
        case .accepted: "It said that it will do what was asked: the ministry agreed to publish the file."
        case .acceptedWithConditions: "It said yes if something else is done: the firm will pay if the strike ends."
        case .partlyAccepted: "It agreed to a part and not to the rest: the school adds one bus instead of two."
        case .counterOffer: "It asked for something else instead ('counter' names it): four per cent in place of six."
        case .negotiating: "It is talking and has said neither yes nor no: both sides meet again on Tuesday."
        case .complied: "It did what was asked: the firm paid the fine."
        case .reversed: "It took its earlier answer back ('replaces' names it): the mayor first refused, then agreed."
        case .declinedToComment: "It was asked and said that it would not comment: a spokesman gave no statement."
        case .noResponse: "It was asked and did not reply ('asked_on', 'asked_by'): three letters, no word."
        case .challengedInCourt: "It went to court against the demand: the club sued to keep its licence."
        case .agreedInPrinciple: "It agreed, with the details to come: both sides shook hands on a framework."
        case .recommended: "Leaders recommend it to those who decide: the committee advises members to vote yes."
        case .putToVote: "It is put to a vote of those who decide: the ballot opens on Monday."
        case .unclear: "An answer was given, and the sides read it differently: each side claims that it won."
        case .unknown: "Whether or how it answered is not known: the meeting was closed and nobody reported on it."
        }
    }
}

extension Response.Ground.Kind {
    package var meaning: String {
        switch self {
        case .law: "A law, a right or a ruling forbids it: the statute does not allow the sale."
        case .contract: "A contract or an earlier promise forbids it: the lease runs until 2030."
        case .safety: "It would put people or things at risk: the bridge cannot carry the load."
        case .ethics: "The party holds it to be wrong: the doctors will not break a patient's confidence."
        case .technical: "It cannot be done, or not in time: the old system cannot export the records."
        case .commercial: "It costs too much or harms the business: the board says that there is no money."
        case .political: "It goes against the party's programme, mandate or voters: the council campaigned against it."
        case .procedural: "It was asked in the wrong way, or of the wrong body: only the committee can decide this."
        }
    }
}

extension Threat.Kind {
    package var meaning: String {
        switch self {
        case .endContract: "To end a contract: the city will cancel the cleaning contract."
        case .endRelations: "To break off relations or talks: the state will recall its ambassador."
        case .withdraw: "To leave or take out what the party itself gives: the sponsor will pull its money."
        case .exclude: "To shut the other out: the league will bar the club from the cup."
        case .boycott: "To stop buying from or dealing with the other: shops will not stock the brand."
        case .compelByLaw: "To force it by a law or an official order: the ministry will issue a binding order."
        case .lawsuit: "To go to court: the heirs will sue for damages."
        case .penalty: "To impose a fine, a tariff or another penalty: a fine of 1,000 a day."
        case .arrest: "To arrest or detain people: the police will detain those who stay on the square."
        case .withholdService: "To stop supplying a service or goods: the utility will turn off the power."
        case .restrictSpeech: "To stop words from reaching people: the regulator will block the site."
        case .protest: "To protest without stopping work: residents will march to the town hall."
        case .strike: "To stop work: the crane drivers will walk out on Monday."
        case .resign: "To give up an office: the director will step down."
        case .force: "To use armed or physical force: the army will take the crossing."
        case .other: "None of the others: the orchestra will play only silent concerts."
        }
    }
}

extension Threat.State {
    package var meaning: String {
        switch self {
        case .threatened: "It was threatened and nothing more is recorded: the fine was announced."
        case .imposed: "It was carried out in full: the fine was issued."
        case .partlyImposed: "It was carried out in part: two of five plants were shut."
        case .blocked: "Somebody stopped it: a court suspended the order."
        case .withdrawn: "Whoever threatened took it back: the union called off the strike."
        case .notCarriedOut: "Its time came and it was not done: the deadline passed and the plant kept running."
        case .unknown: "Whether it was carried out is not known: no source says what followed."
        }
    }
}

extension Threat.Label {
    package var meaning: String {
        switch self {
        case .threatened: "It said so to force the other side: \"Sign, or we strike.\""
        case .warned: "It said what would follow: \"The grid will fail without the repair.\""
        case .announced: "It made a decision known: \"The benefit ends in May.\""
        case .saidItWould: "It said that it will use a right or a law: \"We will sue.\""
        }
    }
}

extension Moment.State {
    package var meaning: String {
        switch self {
        case .tentative: "Negotiators agreed, and those who decide have not: the members vote in June."
        case .ratified: "Those who decide approved it: the members voted for the deal."
        case .rejected: "Those who decide turned it down: the members voted against the deal."
        case .inForce: "It applies: the treaty took effect on 1 January."
        case .broken: "A side no longer keeps it: the ceasefire held for two days."
        }
    }
}

extension Statement.Medium {
    package var meaning: String {
        switch self {
        case .speech: "Spoken to an audience: an address to the congress."
        case .interview: "Answers to a journalist: an interview with a radio station."
        case .pressConference: "Said to journalists who were invited: the minister before the press in the capital."
        case .hearing: "Spoken before a court, a parliament or a committee: testimony to the budget committee."
        case .debate: "Said in a debate: a member's speech in the parliament's session of 3 May."
        case .pressRelease: "A release to the press: the ministry's release of 3 May."
        case .letter: "A letter or an e-mail to somebody: the union's letter to the board."
        case .socialPost: "A post on a social network: a post by the minister ('venue' names the network)."
        case .blogPost: "A post on a blog: an entry on the firm's engineering blog."
        case .website: "Text on a party's own site that is neither a release nor a post: its page of questions."
        case .broadcast: "Said on radio, television or a stream, outside an interview: a televised address."
        case .podcast: "Said in a podcast: an hour with the chief executive."
        case .courtFiling: "A document filed with a court: the plaintiff's complaint."
        case .declaration: "A formal text that its makers sign or proclaim: the joint declaration of the ministers."
        case .report: "A published report: the auditor's report for the year."
        case .memo: "An internal note: the director's memo to staff."
        case .article: "An article under the speaker's own name: a guest column in a newspaper."
        case .other: "None of the others: a banner on the town hall."
        }
    }
}

extension Statement.Translation {
    package var meaning: String {
        switch self {
        case .ours: "Made by whoever publishes the site: our own words for a speech in Greek."
        case .official: "Made by the speaker or an authority: the ministry's English text."
        case .source: "Made by the source that is cited: a newspaper's words for the speech."
        }
    }
}

extension Statement.Act {
    package var meaning: String {
        switch self {
        case .demands: "It asks somebody to do something: \"Reopen the road by noon.\""
        case .refuses: "It says no to a demand: \"We will not sign.\""
        case .threatens: "It says what the speaker will do unless a demand is met: \"Then we will strike.\""
        case .promises: "It commits the speaker to something: \"Every household will be paid by June.\""
        case .explains: "It gives reasons or describes: \"The dam was built for smaller floods.\""
        case .accuses: "It says that somebody did wrong: \"The firm hid the figures.\""
        case .denies: "It says that something is not so: \"No such order was given.\""
        case .announces: "It makes something known: \"The new board meets on Monday.\""
        case .asks: "It asks a question or makes a request: \"Who approved the permit?\""
        case .answers: "It replies to a question or a demand without refusing it: \"We have your letter.\""
        }
    }
}

extension Moment.Kind {
    package var meaning: String {
        switch self {
        case .meeting: "People met or talked: both delegations met in a hotel."
        case .agreement: "An agreement was made; a demand that 'settles' names is settled: the wage deal was signed."
        case .vote: "A body voted: the members backed the offer by two thirds."
        case .ruling: "A court or an authority decided: the court suspended the order."
        case .filing: "Something was filed with a court or an authority: the tenants filed suit."
        case .publication: "Something was published: the auditor released the report."
        case .action: "Somebody did something without violence: the port shut its gates."
        case .attack: "Somebody used violence against people or things: a depot was set on fire."
        case .background: "It happened before the dispute and explains it: the law was passed ten years earlier."
        case .other: "None of the others: a storm cut the island off for two days."
        }
    }
}

extension Event.Status {
    package var meaning: String {
        switch self {
        case .open: "At least one demand is undecided or refused: the talks go on."
        case .settled: "Every demand that still stands was met or settled: the parties signed a deal."
        case .stalled: "Nothing moves any more: every deadline passed and no side acted."
        case .ended: "It is over, with or without a deal: the festival was cancelled and the dispute with it."
        }
    }
}

extension Correction.Kind {
    package var meaning: String {
        switch self {
        case .correction: "Something was wrong and is now right: the page gave 40 workers and it was 14."
        case .clarification: "It was right and could be misread: the fine is for each day, not for all days."
        case .update: "Something new was added: the court's reasons were published a week later."
        case .withdrawn: "Something was taken back: a quote was removed because its source was forged."
        case .editorsNote: "A remark by the editors: the writer once worked for one of the parties."
        }
    }
}

extension ExtraFields.Kind {
    package var meaning: String {
        switch self {
        case .text: "Any text: 'beat: text'."
        case .number: "A number: 'readers: number'."
        case .truth: "True or false: 'is_live: truth'."
        case .date: "A date, as all dates are written: 'desk_date: date'."
        case .url: "An address in full: 'thread: url'."
        case .file: "A path in the content folder; the file is published: 'photo: file'."
        case .list: "A list of texts: 'tags: list'."
        }
    }
}

extension SiteSettings.Appearance {
    package var meaning: String {
        switch self {
        case .auto: "Light or dark, as readers set their devices: 'appearance: auto'; so it is without the field."
        case .light: "Always light: 'appearance: light'."
        case .dark: "Always dark: 'appearance: dark'."
        }
    }
}

extension SiteSettings.RedirectFile {
    package var meaning: String {
        switch self {
        case .nginx: "'redirects.nginx.conf', for a line 'include' in the server's block: 'redirects: nginx'."
        case .netlify: "'_redirects', which Netlify and Cloudflare Pages read: 'redirects: netlify'."
        case .apache: "'.htaccess', which Apache reads where 'AllowOverride FileInfo' is set: 'redirects: apache'."
        }
    }
}

extension SiteSettings.SharePictures {
    package var meaning: String {
        switch self {
        case .svg: "'card.svg' only, the same on every machine: 'share_pictures: svg'; so it is without the field."
        case .png:
            "Also 'card.png', made by rsvg-convert or resvg, with the fonts of the machine: 'share_pictures: png'."
        }
    }
}

extension SiteSettings.CheckLevel {
    package var meaning: String {
        switch self {
        case .off: "The problem is not reported: 'unused-term: off'."
        case .warning: "The problem is reported and the site is still built: 'unused-term: warning'."
        case .error: "The problem is reported and nothing is built until it is gone: 'unused-term: error'."
        }
    }
}

extension SiteSettings.Policy {
    package var meaning: String {
        switch self {
        case .corrections: "How mistakes are corrected: a page that lists every correction and its date."
        case .ethics: "The rules that the publisher follows: who pays for the site, and who may write for it."
        case .sources: "How sources are chosen and named: when a source may stay unnamed."
        case .feedback: "How readers reach the publisher: a page with an e-mail address."
        case .imprint: "Who is responsible for the site: names and addresses that the law asks for."
        case .privacy: "What is stored of readers, and for how long: nothing, or visits for a month."
        case .terms: "The terms on which readers may use the site: who may copy its pages."
        case .licence: "The licence under which texts and data may be used: CC BY 4.0."
        }
    }
}
