extension Party.Kind {
    package var meaning: String {
        switch self {
        case .government: "A state, its executive, a ministry or a town hall: the Ministry of Transport."
        case .military: "Armed forces or a part of them: the Northern Fleet."
        case .legislature: "A body that makes laws: the National Assembly, a city council that passes by-laws."
        case .court: "A court or tribunal: the Labour Court."
        case .police: "Police or another body that enforces the law: the River Police."
        case .intelligence: "An intelligence or secret service: the Office for State Protection."
        case .centralBank: "A central bank: the National Bank."
        case .headOfState: "A head of state as such: the President, the King."
        case .politicalParty: "A political party or its group in a parliament: the Farmers' Party."
        case .company: "A firm that sells goods or services, whoever owns it: Blue Ferry Ltd."
        case .union: "A trade union of workers: the Dock Workers' Union."
        case .association: "An association of members, firms or professions: the Chamber of Bakers."
        case .ngo: "A non-governmental organisation with a cause: Clean River Now."
        case .movement: "People who act together without a legal form: the Monday marchers."
        case .newsMedia: "A newspaper, a broadcaster or a news site: the Harbour Gazette."
        case .university: "A university or college: the University of Eastport."
        case .research: "A research institute or laboratory that is not a university: the Coast Institute."
        case .intergovernmental: "A body that states have founded: a river commission of five states."
        case .group: "Several parties that act as one, or people with something in common: the heirs, the residents."
        case .person: "One person who acts for himself or herself: a plaintiff, a whistle-blower."
        case .unknown: "What it is is not known: the sender of an unsigned letter."
        }
    }
}

extension Party.Relation.Kind {
    package var meaning: String {
        switch self {
        case .owns: "It owns the other, wholly or with control: the city owns the utility."
        case .partOwns: "It owns a part of the other, without control: the bank holds 20 per cent of the shipyard."
        case .funds: "It gives the other money: the foundation pays for the clinic."
        case .backs: "It supports the other in public, without money: the league backs the strikers."
        case .memberOf: "It is a member of the other: the dockers' union is a member of the federation."
        case .supplies: "It sells or delivers to the other: the mill supplies the bakery."
        case .regulates: "It supervises the other by law: the rail authority regulates the operator."
        case .represents: "It speaks or acts for the other: the law firm represents the tenants."
        case .alliedWith: "They act together as equals: two parties that vote as one."
        case .succeeds: "It took the other's place: the new ministry succeeds the old one."
        case .mediates: "It mediates for the other in a dispute: the arbitration board mediates for the union."
        case .other: "None of the others: two towns that share a bridge."
        }
    }
}
