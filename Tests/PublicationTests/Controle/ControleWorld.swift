import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Publication

@testable import Organisatie

/// A ledger with statements by two keys, one of which was revoked later, and the site that is made from it.
final class ControleWorld: Sendable {
  static let canaries = ["kanarie-intern-7391", "kanarie-telefoon-7392"]

  let boek: Proefboek
  let opgaven: [RecordedEvent]

  /// A ledger with so many statements, one more after the second key was revoked, and perhaps one that is forged.
  init(_ count: Int = 3, _ forgery: Vervalsing? = nil) throws {
    boek = try Proefboek([OrganisatiePlugin(), OpgavePlugin()], roles: [.griffier, .college])
    var opgaven: [RecordedEvent] = []
    for number in 1...count {
      opgaven.append(try boek.append(try Self.opgave(number, boek), als: number == 2 ? .griffier : .secretariaat))
    }
    boek.clock.move(by: 60)
    try Self.revoke(.griffier, boek)
    boek.clock.move(by: 60)
    opgaven.append(try boek.append(try Self.opgave(count + 1, boek), als: .secretariaat))
    if let forgery { opgaven.append(try forgery.append(to: boek)) }
    self.opgaven = opgaven
  }

  private static let dates = [
    "2025-03-01", "2019", "2024-11", "2024-11-14/..", "XXXX", "2023~", "201X", "2021-21", "../2020-02-29",
    "2018?/2019-06",
    "2017-XX-XX", "2016-12-31/",
  ]

  static func opgave(_ number: Int, _ boek: Proefboek) throws -> EventDraft {
    var draft = EventDraft(
      OpgaveVastgelegd.self, stream: boek.stream("Opgave"), effective: ImpreciseDate(boek.today))
    draft[OpgaveVastgelegd.functie] = "Functie \(number)"
    draft[OpgaveVastgelegd.werkzaamheid] = "Bestuurslid “De Zaagmölen” & co <\(number)>"
    draft[OpgaveVastgelegd.ingang] = try ImpreciseDate(dates[(number - 1) % dates.count])
    draft[OpgaveVastgelegd.bezoldigd] = number.isMultiple(of: 2)
    draft[OpgaveVastgelegd.telefoon] = canaries[1]
    draft[OpgaveVastgelegd.toelichting] = canaries[0]
    return draft
  }

  private static func revoke(_ rol: Rol, _ boek: Proefboek) throws {
    let key = try boek.key(rol)
    let registry = try boek.read { $0.registry }
    try boek.directory.write { stores in
      let book = boek.book(stores)
      let organisation = try book.newOrganisationKey(
        for: registry.keysInOrder.filter { $0.id != key.id }.map(\.box))
      let stream = registry.keys[key.id]?.stream ?? boek.stream("Sleutel")
      var draft = EventDraft(SleutelIngetrokken.self, stream: stream, effective: ImpreciseDate(boek.today))
      draft[SleutelIngetrokken.kid] = key.id
      draft[SleutelIngetrokken.vanaf] = boek.clock.now
      draft[SleutelIngetrokken.reden] = .verloren
      draft[SleutelIngetrokken.organisatiesleutel] = organisation.key
      _ = try book.append(
        [draft], signedBy: try boek.key(.secretariaat), log: boek.logKey,
        AppendOptions(wrappedKeys: organisation.wrapped, dismissed: [key.box.publicKey]))
    }
  }
}
