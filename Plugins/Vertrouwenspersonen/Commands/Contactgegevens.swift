import Governance
import Ledger

/// How someone is reached, as this reader may see it: the newest value of each field.
struct Contactgegevens {
  let naam: Revealed
  let telefoon: Revealed
  let email: Revealed
  let bureau: Revealed

  init(_ benoeming: Benoeming, _ filter: VisibilityFilter) throws {
    let candidacy = benoeming.alle(KandidaatVoorgedragen.self)
    let facts = Array((candidacy + benoeming.alle(ContactgegevensGewijzigd.self)).reversed())
    func newest(_ name: String) throws -> Revealed {
      for fact in facts {
        let revealed = try filter.reveal(FieldReference(position: fact.position, field: name))
        if revealed != .absent { return revealed }
      }
      return .absent
    }
    naam = try newest(Contact.naam.name)
    telefoon = try newest(Contact.telefoon.name)
    email = try newest(Contact.email.name)
    bureau = try newest(KandidaatVoorgedragen.bureau.name)
  }
}
