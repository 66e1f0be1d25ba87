import Governance
import Ledger

@testable import Organisatie

extension Offence {
  static let calendar = [
    Offence("ORG-WERKDAGEN", "a day of the week is named twice") { world in
      drafts(
        by: try world.member(.college), bad: try world.workingDays([.maandag, .dinsdag, .maandag]),
        good: try world.workingDays([.maandag, .dinsdag]))
    },
    Offence("ORG-SLUITING-VOORAF", "the closing is of yesterday") { world in
      drafts(
        by: world.secretariaat, bad: try world.closing("2026-11-20"), good: try world.closing("2026-11-21"),
        try world.closing("2026-11-20", on: "2026-11-20"))
    },
    Offence("ORG-SLUITING-EENMAAL", "the same day twice") { world in
      try world.append(try world.closing("2027-02-08"))
      return drafts(by: world.secretariaat, bad: try world.closing("2027-02-08"), good: try world.closing("2027-02-09"))
    },
    Offence("ORG-SLUITING-INTREKKING", "a second time") { world in
      let closing = try world.append(try world.closing("2027-02-08"))[0].stream
      try world.append(try world.opening(closing))
      return drafts(by: world.secretariaat, bad: try world.opening(closing), good: try world.closing("2027-02-08"))
    },
    Offence("ORG-SLUITING-INTREKKING", "before it was decided") { world in
      let closing = try world.append(try world.closing("2027-02-08"))[0].stream
      return drafts(
        by: world.secretariaat, bad: try world.opening(closing, on: "2026-11-20"), good: try world.opening(closing))
    },
    Offence("ORG-TABEL-JAREN", "two decrees cover one year") { world in
      let (one, other) = (try world.decree(2029...2031, "2029-05-11"), try world.decree(2031...2032, "2031-05-23"))
      let next = try world.decree(2032...2032, "2032-05-07")
      return drafts(
        by: world.secretariaat,
        bad: try world.table(GelijkgesteldeDagen(version: "2032-1", decrees: [one, other])),
        good: try world.table(GelijkgesteldeDagen(version: "2032-1", decrees: [one, next])))
    },
    Offence("ORG-TABEL-VERSIE", "a recorded version with other days") { world in
      let (one, other) = (try world.decree(2029...2029, "2029-05-11"), try world.decree(2029...2029, "2029-12-24"))
      try world.append(try world.table(GelijkgesteldeDagen(version: "2029-1", decrees: [one])))
      return drafts(
        by: world.secretariaat, bad: try world.table(GelijkgesteldeDagen(version: "2029-1", decrees: [other])),
        good: try world.table(GelijkgesteldeDagen(version: "2029-1", decrees: [one])),
        try world.table(GelijkgesteldeDagen(version: "2029-2", decrees: [other])))
    },
  ]
}
