import ArgumentParser

/// What a shell needs to ask the program what can come next, as the parser's `--generate-completion-script` prints it.
enum CompletionScript: String {
  case bash, zsh, fish

  /// The script that is asked for; nil for any other command, and for a shell that the parser itself refuses.
  init?(_ arguments: [String]) {
    let option = "--generate-completion-script"
    let name =
      if arguments.count == 1, let only = arguments.first, only.hasPrefix(option + "=") {
        String(only.dropFirst(option.count + 1))
      } else { arguments.count == 2 && arguments[0] == option ? arguments[1] : "" }
    self.init(rawValue: name)
  }

  /// The script. The first word is known without asking, so that it comes at once.
  var text: String {
    let first =
      (Waarborg.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map(CommandPath.name) + ["help"])
      .joined(separator: " ")
    return switch self {
    case .bash:
      """
      # bash completion for waarborg
      _waarborg() {
        local cur=${COMP_WORDS[COMP_CWORD]} line
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ] && [ "${cur:0:1}" != - ]; then
          COMPREPLY=($(compgen -W "\(first)" -- "$cur"))
          return
        fi
        [ "$cur" = "=" ] && cur=""
        while IFS= read -r line; do
          case $line in
            :bestand) compopt -o filenames; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$cur") ;;
            :map) compopt -o filenames; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$cur") ;;
            *) COMPREPLY+=("$line") ;;
          esac
        done < <("${COMP_WORDS[0]}" \(Completion.word) bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
      }
      complete -F _waarborg waarborg

      """
    case .zsh:
      """
      #compdef waarborg
      # zsh completion for waarborg
      _waarborg() {
        local -a choices
        local line
        if (( CURRENT == 2 )) && [[ ${words[2]} != -* ]]; then
          compadd -- \(first)
          return
        fi
        [[ ${words[CURRENT]} == --*=* ]] && compset -P '*='
        while IFS= read -r line; do
          case $line in
            :bestand) _files ;;
            :map) _files -/ ;;
            *) line=${line#--*=}; line=${line//:/\\:}; choices+=("${line/$'\t'/:}") ;;
          esac
        done < <("${words[1]}" \(Completion.word) zsh "${(@)words[2,CURRENT]}" 2>/dev/null)
        (( ${#choices} )) && _describe waarborg choices
      }
      if [ "$funcstack[1]" = "_waarborg" ]; then _waarborg "$@"; else compdef _waarborg waarborg; fi

      """
    case .fish:
      """
      # fish completion for waarborg
      function __waarborg
        set -l words (commandline -opc)
        set -l current (commandline -ct)
        for line in ($words[1] \(Completion.word) fish $words[2..-1] "$current" 2>/dev/null)
          switch $line
            case ':bestand'
              __fish_complete_path "$current"
            case ':map'
              __fish_complete_directories "$current"
            case '*'
              echo $line
          end
        end
      end
      complete -c waarborg -f
      complete -c waarborg -n __fish_use_subcommand -a '\(first)'
      complete -c waarborg -n 'not __fish_use_subcommand' -a '(__waarborg)'

      """
    }
  }
}
