"""The words that chat programs put into exports, in many interface languages."""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _any_of(phrases: str) -> re.Pattern[str]:
    """One of some phrases, a line each."""
    lines = (line.strip() for line in phrases.strip().splitlines())
    return re.compile("|".join(filter(None, lines)), re.I)


MORNING = _words(
    "am fm vm ap de sa ص öö дп pg vorm dop 上午 凌晨 早上 清晨 午前 오전 πμ ก่อนเที่ยง"
    " पूर्वाह्न পূর্বাহ্ণ முற்பகல் ಪೂರ್ವಾಹ್ನ ఉదయం മുമ്പ് मपू לפנהצ قظ قم"
    " eparadites priešpiet priekšp проб прпладне dopoledne prijepodne prepodne"
)
"""What stands beside an hour before noon, in small letters without points and spaces."""
AFTERNOON = _words(
    "pm em nm ip du ch م ös пп мп ptg nachm odp pop 下午 中午 晚上 午後 오후 μμ หลังเที่ยง"
    " अपराह्न অপরাহ্ণ பிற்பகல் ಅಪರಾಹ್ನ సాయంత్రం मउ אחהצ بظ بم"
    " epasdites popiet pēcp слоб следобед слпладне odpoledne poslijepodne poslepodne"
)
"""The same of an hour after noon."""

LOG_LEVELS = _words(
    "trace debug info notice warn warning error err critical fatal severe panic alert emerg"
)
"""Who speaks in the log of a program, which looks like a chat."""

OMITTED = _any_of(
    r"""
    \bomitted$
    \bweggelassen$
    \bomitid[oa]s?$
    \b(?:absent|omis)e?s?$
    \bomess[oaei]$
    \bocultad[oa]$
    \bweggelaten$
    \bpominięt[oyae]$
    \bdahil edilmedi$
    \b(?:пропущено|отсутствует|опущено|скрыто|вимкнено|пропущен[оа])$
    \butelämnad(?:es)?$
    \budelad(?:t|es)?$
    \butelatt$
    \bjätetty pois$
    \bomis[ăe]?$
    \bvynechán[oay]?$
    (?:忽略|省略|생략(?:됨|했습니다)?|略去)
    \bdihilangkan$
    \bđã bị bỏ qua$
    (?:הושמט|הושמטה)$
    (?:تم استبعاد|تم حذف) .+
    """
)
"""What iOS writes in the place of a picture that was not exported: `image omitted`."""
MEDIA = _any_of(
    r"""
    medi[aeáo]|médi|mídi|multim|omitted|weggelassen|ausgeschlossen|ocult|omis|omess
    датотек|файл|медиа|медіа|мультимед|пропущ|скрыт|πολυμ|attach|einmal|view once
    مدي|وسائط|استبعاد|רשומה|הושמט|מדיה|多媒体|多媒體|媒体|媒體|メディア|미디어|สื่อ|मीडिया|মিডিয়া
    """
)
"""What Android writes in angle brackets in the place of media holds one of these."""
ATTACHED = _any_of(
    r"""
    attached|angehängt|adjunt[oa]|joint|allegat[oa]|anexad[oa]|em anexo|bijgevoegd
    załączon[oya]|dołączon[oya]|добавлен|прикреплен|прикріплен|ekli|bifogad|vedhæftet|vedlagt|liite
    ataşat|přiložen|priložen|csatol|附件
    添付|첨부|terlampir|đính kèm|מצורף|مرفق|संलग्न|συνημμ
    """
)
"""What stands in round brackets behind the name of a file."""
EDITED = _any_of(
    r"""
    edit|bearbeitet|modifi|bewerkt|измен|змінен|відредаг|отредакт|düzenle|edytowa|redigera|redigert
    redigeret|muokat|upraven|编辑|編輯|編集|편집
    diedit|chỉnh sửa|נערכה|تعديل|संपादित|επεξεργ|editad|szerkeszt
    """
)
"""In angle brackets at the end of a text: it was written anew."""
DELETED = _any_of(
    r"""
    ^(?:this message was deleted|you deleted this message)( by .+)?\.?$
    ^(?:diese nachricht wurde gelöscht|du hast diese nachricht gelöscht)\.?$
    ^(?:se eliminó este mensaje|eliminaste este mensaje|este mensaje (?:fue|ha sido) eliminado)\.?$
    ^(?:ce message a été supprimé|vous avez supprimé ce message)\.?$
    ^(?:questo messaggio è stato eliminato|hai eliminato questo messaggio)\.?$
    ^(?:mensagem apagada|ess?ta? mensagem foi apagada|essa mensagem foi apagada)\.?$
    ^(?:você apagou (?:essa|esta) mensagem|apagou esta mensagem)\.?$
    ^(?:dit bericht is verwijderd|(?:u|je) hebt dit bericht verwijderd)\.?$
    ^(?:(?:данное|это) сообщение удалено|вы удалили (?:данное|это) сообщение)\.?$
    ^(?:це повідомлення видалено|ви видалили це повідомлення)\.?$
    ^(?:bu mesaj silindi|bu mesajı sildiniz)\.?$
    ^(?:ta wiadomość została usunięta|usunięto tę wiadomość|usunąłeś tę wiadomość)\.?$
    ^(?:detta meddelande (?:har raderats|raderades)|du raderade detta meddelande)\.?$
    ^(?:denne be(?:sked|skeden|melding\w*) (?:blev|ble) slettet|du slettede denne besked)\.?$
    ^(?:tämä viesti poistettiin|poistit tämän viestin)\.?$
    ^(?:tato zpráva byla (?:odstraněna|smazána))\.?$
    ^(?:此消息已(?:被)?删除|您已删除此消息|你已删除此消息|此訊息已(?:被)?刪除|您已刪除此訊息)。?$
    ^(?:このメッセージは削除されました|メッセージを削除しました)。?$
    ^(?:삭제된 메시지입니다|이 메시지는 삭제되었습니다|이 메시지를 삭제했습니다)\.?$
    ^(?:pesan ini (?:telah )?dihapus|anda (?:telah )?menghapus pesan ini)\.?$
    ^(?:הודעה זו נמחקה|מחקת הודעה זו)\.?$
    ^(?:تم حذف هذه الرسالة|حذفت هذه الرسالة)\.?$
    ^(?:यह (?:मैसेज|संदेश) (?:मिटाया|हटाया) गया.*|आपने यह मैसेज मिटाया.*)$
    """
)
"""What stands in the place of a message that was taken back."""
CALL = _any_of(
    r"""
    ^(?:missed |silenced )?(?:group )?(?:voice|video|audio) call\b
    ^(?:verpasster? (?:sprach|video|gruppen)\w*anruf|versäumter \w*anruf)
    ^(?:videol|l)lamada(?: de voz| de video)? perdida|^videollamada perdida
    ^appel (?:vocal |vidéo )?manqué
    ^(?:chiamata|videochiamata)(?: vocale| video)? persa
    ^(?:chamada|ligação)(?: de voz| de vídeo)? perdida
    ^gemiste? (?:spraak|video|audio)?\w*oproep
    ^пропущенный (?:аудио|видео)?\w*звонок|^пропущений
    ^cevapsız (?:sesli|görüntülü)
    ^nieodebrane połączenie
    ^missat (?:röst|video)samtal
    ^未接(?:语音|視訊|视频|語音)(?:通话|通話|来电)|^不在着信|^부재중
    """
)
"""A call that nobody took."""
MYSELF = ("Me", "You")
"""How Signal's export calls the one whose it is."""
