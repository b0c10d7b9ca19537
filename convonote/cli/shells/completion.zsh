#compdef convonote
# Completion of convonote for zsh, made by: convonote completions zsh

_convonote_place() { # what may stand in a place
    local -a found
    case $1 in
        names | people | tagged | holders | promises)
            found=("${(@f)$("${(Q)words[1]}" $notebook completions --offer $1 -- "${(Q)PREFIX}" 2>/dev/null)}")
            # Which names fit was decided with accents and capitals left aside.
            if [[ -n $found[1] ]]; then compadd -U -- $found; fi
            ;;
        file) _files ;;
        folder) _files -/ ;;
        any) ;;
        *) compadd -- ${=1} ;;
    esac
}

_convonote() {
    local verb= value= word
    local -a notebook options verbs
    integer index place=0
    for ((index = 2; index < CURRENT; index++)); do
        word=${(Q)words[index]}
        if [[ -n $value ]]; then
            [[ $value == notebook ]] && notebook=(--notebook $word)
            value=
        elif [[ $word == --notebook ]]; then
            value=notebook
        elif [[ $word == --notebook=* ]]; then
            notebook=($word)
        elif [[ -z $verb ]]; then
            verb=$word
        else
            case "$verb $word" in
                @WITHIN@
                @VALUED@
                *' -'*) ;;
                *) ((place++)) ;;
            esac
        fi
    done
    if [[ $value == notebook ]]; then
        _files
    elif [[ -n $value ]]; then
        _convonote_place $value
    elif [[ -z $verb ]]; then
        verbs=(
            @VERBS@
        )
        _describe verb verbs
    elif [[ $PREFIX == -* ]]; then
        case $verb in
            @OPTIONS@
        esac
        _describe option options
    else
        case "$verb $place" in
            @PLACES@
        esac
    fi
}

if [[ $funcstack[1] == _convonote ]]; then _convonote "$@"; else compdef _convonote convonote; fi
