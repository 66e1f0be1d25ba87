import Console
import Governance
import Ledger

/// The days on which something ends in the cases of one reader, for that reader's own calendar.
///
/// A calendar goes through other people's machines: it has the day and the word, and identifiers that are made for this file
/// and tell nothing.
struct PrivateCalendar {
  private let file: TermCalendarFile

  init(_ terms: [RunningTerm], _ book: Grootboek) {
    let days = [JudgedTerm](terms, today: book.today, warnBefore: 0).filter(\.isOpen).compactMap(\.raw)
    file = TermCalendarFile(days.map { (book.newID().description, $0) }, word: "termijn", stamp: book.now)
  }

  /// Writes it so that only its owner can read it; a file that is there already is not touched.
  func write(_ path: String) throws {
    // On standard output it would be for whoever reads along.
    guard path != "-" else {
      throw Failure(
        .badInput, Text(nl: "--vertrouwelijk: «-» is geen bestand", en: "--vertrouwelijk: “-” is no file"),
        remedy: Text(nl: "geef de naam van een nieuw bestand", en: "give the name of a new file"))
    }
    try PrivateFile.create(path, Array(file.text.utf8))
  }
}
