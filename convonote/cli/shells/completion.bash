# Completion of convonote for bash, made by: convonote completions bash

_convonote_read() { # the words before the cursor, without their quotes; the last as it was typed too
    local line=${COMP_LINE:0:COMP_POINT} index character inside=
    words=() raw= typed= quote=
    for ((index = 0; index < ${#line}; index++)); do
        character=${line:index:1}
        if [[ $character == '\' && $quote != "'" ]]; then
            ((index++))
            raw+=$character${line:index:1} typed+=${line:index:1} inside=1
        elif [[ -n $quote ]]; then
            raw+=$character
            if [[ $character == "$quote" ]]; then quote=; else typed+=$character; fi
        elif [[ $character == [\"\'] ]]; then
            quote=$character raw+=$character inside=1
        elif [[ $character == [[:space:]] ]]; then
            if [[ -n $inside ]]; then words+=("$typed"); fi
            raw= typed= inside=
        else
            raw+=$character typed+=$character inside=1
        fi
    done
}

_convonote_offer() { # offers each line of standard input, quoted as the word was begun
    local name begun=
    # Of a word that stands bare, bash replaces only what follows the last of these characters.
    if [[ -z $quote && $raw == *[:=@]* ]]; then begun=${raw%"${raw##*[:=@]}"}; fi
    while IFS= read -r name; do
        case $quote in
            '"') name=${name//\\/\\\\} name=${name//\"/\\\"} name=${name//\$/\\\$} name=${name//\`/\\\`} ;;
            "'") name=${name//\'/\'\\\'\'} ;;
            *) printf -v name %q "$name" ;;
        esac
        COMPREPLY+=("${name:${#begun}}")
    done
}

_convonote_place() { # what may stand in a place
    case $1 in
        names | people | tagged | holders | promises)
            _convonote_offer < <("${words[0]/#\~/$HOME}" "${notebook[@]}" completions --offer "$1" -- "$typed" 2>/dev/null)
            ;;
        file | folder)
            compopt -o filenames 2>/dev/null
            local path kind=-f
            if [[ $1 == folder ]]; then kind=-d; fi
            while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen $kind -- "$typed")
            ;;
        any) ;;
        *) _convonote_offer < <(compgen -W "$1" -- "$typed") ;;
    esac
}

_convonote() {
    local words raw typed quote verb= place=0 index word notebook=() options= value= behind=
    COMPREPLY=()
    _convonote_read
    for ((index = 1; index < ${#words[@]}; index++)); do
        word=${words[index]}
        if [[ -n $value ]]; then
            if [[ $value == notebook ]]; then notebook=(--notebook "$word"); fi
            value=
        elif [[ $word == --notebook ]]; then
            value=notebook
        elif [[ $word == --notebook=* ]]; then
            notebook=("$word")
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
        _convonote_place file
    elif [[ -n $value ]]; then
        _convonote_place "$value"
    elif [[ -z $verb ]]; then
        _convonote_offer < <(compgen -W "@VERBS@ help --help --version --notebook" -- "$typed")
    elif [[ $typed == -* ]]; then
        case $verb in
            @OPTIONS@
        esac
        _convonote_offer < <(compgen -W "$options" -- "$typed")
    else
        case "$verb $place" in
            @PLACES@
        esac
    fi
}
complete -F _convonote convonote
