"""The words that `outcomes` passes over, and those that say what was done."""


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


BARE = _words(
    """
    a an and all at be been done everything finally finished for from get got has have her here him
    his i in is it its ive just me my need needed no now of off on our out received ready sent
    sorry sorted that thats the their them they this those to too was we well with you your
    again already am any anymore after attached attachment attachments also arrived back came
    cancel enclosed find forget forgot bother mind never nevermind much nicely please
    safely so still thanks today yesterday morning afternoon lovely great perfect very many
    unfortunately works longer necessary able will wont cant cannot can not do it make
    manage going send sending bring brought bringing mailed emailed mailing forwarded forwarding
    doing shared sharing delivered made dear must have had pass withdraw what see up dont need
    by as promised agreed requested wanted good went were are both way today now finally
    ist schon alles erledigt gemacht abgeschickt raus fertig ich habe hab geschickt gesendet hier
    sind kommt kommen anbei im anhang der die das den dem dir ihnen euch es dich nun jetzt eben
    gerade heute gestern auch noch wie versprochen gewünscht erhalten angekommen da danke vielen
    schaffe schaff nicht kann doch leider vergiss hat sich mehr nötig brauche bezahlt gebucht
    bestellt für mit und
    cest c est fait voici voilà voila le la les un une ci joint jointe pièce lai viens de envoyé
    envoyer je ne pourrai peux pas finalement ny arriverai bien reçu merci laisse tomber laissez
    oublie oubliez plus besoin pour vous votre te ton mon nous et
    hecho listo aquí aqui está esta tienes va adjunto adjunta ya lo los las envié envie mandé
    mande he enviado el un una recibido gracias no podré puedo olvídalo olvídate déjalo hace falta
    necesario necesito para mi tu su y
    feito pronto segue já ja enviei mandei paguei o os as um uma recebido obrigado obrigada não nao
    vou conseguir consigo posso poderei esquece deixa pra lá estar é preciso seu sua em anexo e
    fatto ecco allegato ho mandato inviato spedito pagato il lo gli un uno una ricevuto grazie non
    riesco potrò ce faccio lascia perdere stare serve più importa per ti tuo di che
    zrobione gotowe wysłałem wysłałam załączniku zapłaciłem zapłaciłam oto otrzymałem otrzymałam
    dotarł dotarła dziękuję nie dam rady mogę zdążę zapomnij nieważne już trzeba potrzebne
    """
)
"""Words that name no thing that was done or given."""

ACTS = {
    "rang": "ring",
    "wrote": "write",
    "picked": "pick",
    "spoke": "speak",
    "paid": "pay",
    "paying": "pay",
    "booked": "book",
    "booking": "book",
    "ordered": "order",
    "bought": "buy",
    "called": "call",
    "asked": "ask",
    "signed": "sign",
    "fixed": "fix",
    "fixing": "fix",
    "repaired": "repair",
    "uploaded": "upload",
    "returned": "return",
    "transferred": "transfer",
    "submitted": "submit",
    "written": "write",
    "prepared": "prepare",
    "checked": "check",
    "reviewed": "review",
    "spoken": "speak",
    "talked": "talk",
    "posted": "post",
}
"""What was done, each with the word by which it is promised."""

ALIKE = tuple(
    map(
        _words,
        (
            "call ring phone telephone speak talk ask tell",
            "buy get order book reserve pick bring fetch",
            "fix repair mend",
            "check review look read ask see go investigate",
            "write email mail text message answer reply draft prepare",
            "upload share post send submit transfer forward deliver return bring",
            "pay transfer settle",
            "prepare make write draft finish do",
        ),
    )
)
"""Words for what is done that may mean the same."""

THINGS_ASIDE = _words(
    """
    the you your and for with this that have them will from its our her his him let not all get
    any about today tomorrow monday tuesday wednesday thursday friday saturday sunday week day
    send sent bring give make take look back
    der die das den dem dir ihnen und für mit les des une vous pour los las para una che per
    """
)
"""Words of a promise by which it is not known again."""
