import Governance
import Ledger
import LedgerCrypto

/// The first event of a ledger.
public enum Founding {
  /// Drafts the founding of a ledger.
  /// - Parameters:
  ///   - book: The ledger that is founded.
  ///   - organisatie: Whose it is.
  ///   - logKey: Verifies its checkpoints.
  ///   - organisationKey: Everything `intern` is sealed for it.
  ///   - key: The first key that may sign; it signs this event itself.
  ///   - rol: The role in which it signs.
  ///   - effective: The day; today when none is given.
  public static func draft(
    _ book: Grootboek, organisatie: String, logKey: NoteVerifier, organisationKey: BoxPublicKey, key: UnlockedKey,
    rol: Rol, effective: ImpreciseDate? = nil
  ) -> EventDraft {
    var draft = EventDraft(
      GrootboekGeopend.self, stream: book.newStream("Grootboek"), effective: effective ?? ImpreciseDate(book.today))
    draft[GrootboekGeopend.organisatie] = organisatie
    draft[GrootboekGeopend.logsleutel] = logKey.vkey
    draft[GrootboekGeopend.organisatiesleutel] = organisationKey
    draft[GrootboekGeopend.sleutel] = key.signing.verifyingKey
    draft[GrootboekGeopend.verzegelsleutel] = key.box.publicKey
    draft[GrootboekGeopend.rol] = rol
    return draft
  }
}

/// A key that joins.
public enum Registration {
  /// Drafts the registration of a key.
  /// - Parameters:
  ///   - book: The ledger it joins.
  ///   - signing: The key that signs.
  ///   - box: The key for which the holder can open sealed fields.
  ///   - rol: The role in which it signs.
  ///   - houder: Who holds it.
  ///   - effective: The day; today when none is given.
  public static func draft(
    _ book: Grootboek, signing: VerifyingKey, box: BoxPublicKey, rol: Rol, houder: String? = nil,
    effective: ImpreciseDate? = nil
  ) -> EventDraft {
    var draft = EventDraft(
      SleutelGeregistreerd.self, stream: book.newStream("Sleutel"), effective: effective ?? ImpreciseDate(book.today))
    draft[SleutelGeregistreerd.sleutel] = signing
    draft[SleutelGeregistreerd.verzegelsleutel] = box
    draft[SleutelGeregistreerd.rol] = rol
    draft[SleutelGeregistreerd.houder] = houder
    return draft
  }
}
