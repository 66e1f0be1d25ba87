import Governance
import Ledger

extension Input {
  /// A checkpoint that someone kept, as it was written: a file that a mail program changed is input that is not right, and
  /// says nothing about a ledger.
  /// - Throws: `Failure` (65) for what is none; whose it is and who signed it is not judged here.
  public static func checkpoint(at path: String, option: String) throws -> SignedNote {
    let bytes = try document(at: path).bytes
    let problem: Text
    do {
      let note = try SignedNote(bytes)
      if !bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        _ = try Checkpoint(text: note.text)
        return note
      }
      problem = Text(
        nl: "begint met een onzichtbaar kenmerk (U+FEFF) dat een ander programma ervoor zette",
        en: "begins with an invisible mark (U+FEFF) that another program put there")
    } catch let error as NoteError { problem = error.text } catch let error as Checkpoint.FormatError {
      problem = error.text
    }
    throw Failure(
      .badInput,
      Text(
        nl: "\(option): «\(path)» is geen controlepunt zoals waarborg checkpoint het schreef: het ",
        en: "\(option): “\(path)” is not a checkpoint as waarborg checkpoint wrote it: it ") + problem,
      remedy: Text(
        nl: "neem het bestand zoals het was; stuur het als bijlage (in een zip), niet als tekst van een bericht",
        en: "take the file as it was; send it as an attachment (in a zip), not as the text of a message"))
  }
}
