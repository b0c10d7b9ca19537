# Completion of convonote for fish, made by: convonote completions fish

function __convonote_read # the verb, then the place of the word under the cursor, then the notebook
    set -l verb ''
    set -l place 0
    set -l value ''
    set -l notebook ''
    for word in (commandline -opc)[2..-1]
        if test -n "$value"
            test $value = notebook; and set notebook $word
            set value ''
            continue
        end
        switch "$verb $word"
            case '* --notebook'
                set value notebook
            case '* --notebook=*'
                set notebook (string replace -- --notebook= '' $word)
            case ' *'
                set verb $word
            @WITHIN@
            @VALUED@
            case '* -*'
            case '*'
                set place (math $place + 1)
        end
    end
    printf '%s\n' $verb $place $notebook
end

function __convonote_at # whether the cursor is behind a verb, and in a place if one is given
    set -l read (__convonote_read)
    test "$read[1]" = "$argv[1]"; or return 1
    test (count $argv) -lt 2; or contains -- $read[2] $argv[2..-1]
end

function __convonote_offer # names that begin as what is typed
    set -l read (__convonote_read)
    set -l typed (commandline -ct | string replace -ra '[\\\\"\']' '')
    set -l notebook
    test -n "$read[3]"; and set notebook --notebook $read[3]
    convonote $notebook completions --offer $argv[1] -- "$typed" 2>/dev/null
end

complete -c convonote -f
complete -c convonote -l notebook -r -F -d 'another notebook'
@LINES@
