using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Gouji.Cli.Commands;

/// <summary>
/// Completion scripts made from the commands themselves. They hold all words, so that completing starts no program; wherever no word
/// fits, files are completed.
/// </summary>
internal static class CompletionScripts
{
    public static string Bash(RootCommand root)
    {
        var script = new StringBuilder();
        script.Append("""
            _gouji() {
              local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="" word words=""
              for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case "$word" in
                  -*) ;;
                  *) command="$word"; break ;;
                esac
              done
              case "$previous" in

            """);
        foreach (var (name, words) in WordsOfOptions(root))
        {
            script.Append(CultureInfo.InvariantCulture, $"    {name}) COMPREPLY=($(compgen -W \"{words}\" -- \"$current\")); return ;;\n");
        }

        script.Append("""
              esac
              case "$command" in

            """);
        foreach (var command in root.Subcommands)
        {
            script.Append(CultureInfo.InvariantCulture, $"    {command.Name}) words=\"{string.Join(' ', Arguments(command).Concat(Options(root, command)))}\" ;;\n");
        }

        script.Append(CultureInfo.InvariantCulture, $"    *) words=\"{string.Join(' ', Commands(root).Concat(Options(root, root)))}\" ;;\n");
        script.Append("""
              esac
              COMPREPLY=($(compgen -W "$words" -- "$current"))
              if [ ${#COMPREPLY[@]} -eq 0 ] && [ -n "$command" ]; then
                compopt -o filenames 2>/dev/null
                COMPREPLY=($(compgen -f -- "$current"))
              fi
            }
            complete -F _gouji gouji ./gouji

            """);
        return script.ToString();
    }

    public static string Zsh(RootCommand root)
    {
        var script = new StringBuilder("#compdef gouji\n");
        script.Append("""
            _gouji() {
              local command="" word
              for word in "${(@)words[2,CURRENT-1]}"; do
                case "$word" in
                  -*) ;;
                  *) command="$word"; break ;;
                esac
              done
              case "${words[CURRENT-1]}" in

            """);
        foreach (var (name, words) in WordsOfOptions(root))
        {
            script.Append(CultureInfo.InvariantCulture, $"    {name}) compadd -- {words}; return ;;\n");
        }

        script.Append("""
              esac
              case "$command" in

            """);
        foreach (var command in root.Subcommands)
        {
            script.Append(CultureInfo.InvariantCulture, $"    {command.Name}) compadd -- {string.Join(' ', Arguments(command).Concat(Options(root, command)))}; _files ;;\n");
        }

        script.Append(CultureInfo.InvariantCulture, $"    *) compadd -- {string.Join(' ', Commands(root).Concat(Options(root, root)))} ;;\n");
        script.Append("""
              esac
            }
            compdef _gouji gouji

            """);
        return script.ToString();
    }

    public static string Fish(RootCommand root)
    {
        var script = new StringBuilder();
        foreach (var command in root.Subcommands)
        {
            script.Append(CultureInfo.InvariantCulture, $"complete -c gouji -f -n __fish_use_subcommand -a {command.Name} -d {Quoted(command.Description)}\n");
            var condition = $"-n '__fish_seen_subcommand_from {command.Name}'";
            foreach (var word in Arguments(command))
            {
                script.Append(CultureInfo.InvariantCulture, $"complete -c gouji {condition} -a {word}\n");
            }

            foreach (var option in command.Options)
            {
                script.Append(CultureInfo.InvariantCulture, $"complete -c gouji {condition} {FishOption(option)}\n");
            }
        }

        foreach (var option in root.Options)
        {
            script.Append(CultureInfo.InvariantCulture, $"complete -c gouji {FishOption(option)}\n");
        }

        return script.ToString();
    }

    public static string PowerShell(RootCommand root)
    {
        var script = new StringBuilder();
        script.Append("Register-ArgumentCompleter -Native -CommandName gouji -ScriptBlock {\n");
        script.Append("  param($wordToComplete, $commandAst, $cursorPosition)\n");
        script.Append("  $words = @{\n");
        foreach (var command in root.Subcommands)
        {
            script.Append(CultureInfo.InvariantCulture, $"    '{command.Name}' = '{string.Join(' ', Arguments(command).Concat(Options(root, command)))}'\n");
        }

        script.Append("  }\n  $values = @{\n");
        foreach (var (name, words) in WordsOfOptions(root))
        {
            script.Append(CultureInfo.InvariantCulture, $"    '{name}' = '{words}'\n");
        }

        script.Append("  }\n");
        script.Append("  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })\n");
        script.Append("  $before = @(if ($wordToComplete) { $typed | Select-Object -SkipLast 1 } else { $typed })\n");
        script.Append("  $command = $before | Where-Object { $words.ContainsKey($_) } | Select-Object -First 1\n");
        script.Append("  $last = $before | Select-Object -Last 1\n");
        script.Append("  if ($last -and $values.ContainsKey($last)) { $list = $values[$last] }\n");
        script.Append("  elseif ($command) { $list = $words[$command] }\n");
        script.Append(CultureInfo.InvariantCulture, $"  else {{ $list = '{string.Join(' ', Commands(root).Concat(Options(root, root)))}' }}\n");
        script.Append("  $list -split ' ' | Where-Object { $_ -like \"$wordToComplete*\" } |\n");
        script.Append("    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }\n");
        script.Append("}\n");
        return script.ToString();
    }

    private static IEnumerable<string> Commands(RootCommand root) => root.Subcommands.Select(static command => command.Name);

    private static IEnumerable<string> Options(RootCommand root, Command command)
    {
        var own = command.Options.Select(static option => option.Name);
        return command == root ? own : own.Concat(root.Options.Where(static option => option.Recursive).Select(static option => option.Name));
    }

    private static IEnumerable<string> Arguments(Command command) => command.Arguments.OfType<WordArgument>().SelectMany(static argument => argument.Words);

    private static IEnumerable<(string Name, string Words)> WordsOfOptions(RootCommand root) =>
        root.Options.Concat(root.Subcommands.SelectMany(static command => command.Options))
            .OfType<WordOption>()
            .Select(static option => (option.Name, string.Join(' ', option.Words)));

    private static string FishOption(Option option)
    {
        var value = option switch
        {
            WordOption words => $" -x -a '{string.Join(' ', words.Words)}'",
            NumberOption => " -x",
            Option<string> or Option<string[]> => " -r",
            _ => "",
        };
        return $"-l {option.Name[2..]}{value} -d {Quoted(option.Description)}";
    }

    private static string Quoted(string? text) => "'" + (text ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
}
