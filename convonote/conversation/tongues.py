"""Common closings of languages other than English, matched at the beginning of a clause."""

import re

_SPACED = (
    # German
    r"(?:vielen |herzlichen |besten |lieben |tausend |super |ok |gut |alles klar )?(?:dank|"
    r"danke)(?: dir| ihnen| euch)?"
    r"(?: (?:schön|sehr|vielmals))?|dankeschön|merci vielmals|alles klar|passt|in ordnung|"
    r"einverstanden|gern geschehen|"
    r"kein problem|(?:dann |also )?bis (?:bald|dann|morgen|später|gleich|montag|dienstag|"
    r"mittwoch|donnerstag|freitag|samstag|sonntag)|"
    r"tschüs+|tschüß|auf wiedersehen|schönes wochenende|schönen (?:tag|abend)|gute nacht|"
    r"hat sich erledigt|"
    r"perfekt|prima|super|freut mich|mach(?:s|s gut)|wunderbar",
    # French
    r"(?:un grand |mille |grand |ok |super )?(?:merci(?: (?:beaucoup|bien|infiniment|à (?:toi|"
    r"vous|tous)))?)|mercii+|"
    r"de rien|daccord|dac|parfait|très bien|ça marche|entendu|à (?:bientôt|demain|plus|lundi|"
    r"mardi|mercredi|jeudi|vendredi|"
    r"samedi|dimanche|tout à lheure)|au revoir|bonne (?:journée|soirée|nuit|fin de semaine)|"
    r"bon week-?end|pas de souci|"
    r"pas de problème|je vous remercie|je te remercie|génial|nickel|bien reçu|a bientot",
    # Spanish
    r"(?:muchas |muchísimas |mil |ok |vale |perfecto )?gracias(?: (?:a ti|a usted|por todo))?|"
    r"de nada|perfecto|vale|de acuerdo|"
    r"hasta (?:luego|pronto|mañana|la vista|el \w+)|nos vemos|adiós|adios|buenas noches|"
    r"buen fin de semana|genial|recibido|"
    r"entendido|estupendo|muy bien|no hay problema|un saludo|que tengas (?:un )?buen día",
    # Portuguese
    r"(?:muito |ok )?(?:obrigad[oa]s?|obg|brigad[oa]|valeu)|de nada|perfeito|combinado|"
    r"até (?:logo|amanhã|breve|mais|já|"
    r"segunda|sexta)|tchau|boa noite|bom fim de semana|sem problema|ótimo|beleza|tudo bem|"
    r"entendido",
    # Italian
    r"(?:grazie|ok grazie|tante grazie|mille grazie)(?: (?:mille|tante|infinite|a te|a lei|"
    r"a voi|di tutto))?|ti ringrazio|"
    r"la ringrazio|prego|perfetto|va bene|daccordo|benissimo|ottimo|a (?:presto|domani|dopo|"
    r"lunedì|venerdì)|arrivederci|"
    r"buona (?:giornata|serata|notte)|buon weekend|ricevuto|capito|di niente|nessun problema",
    # Dutch
    r"(?:ok |heel erg |hartelijk )?(?:bedankt|dank(?: je| u)?(?: wel)?|dankjewel|dankuwel|"
    r"dankje|thanks)|graag gedaan|"
    r"prima|tot (?:ziens|morgen|straks|snel|dan|maandag|vrijdag|volgende week)|doei|"
    r"fijn weekend|fijne (?:dag|avond)|"
    r"geen probleem|akkoord|helemaal goed|top|begrepen|ontvangen",
    # Polish
    r"(?:bardzo |serdecznie |wielkie |ok )?(?:dziękuję|dziekuje|dzięki|dzieki|"
    r"dziękujemy)(?: (?:bardzo|serdecznie|wielkie))?|"
    r"dzięks|nie ma (?:za co|sprawy)|świetnie|super|doskonale|do (?:zobaczenia|widzenia|jutra|"
    r"usłyszenia|piątku|"
    r"poniedziałku)|pa pa|pa|dobranoc|miłego (?:dnia|weekendu)|zgoda|rozumiem|w porządku|"
    r"już nieaktualne",
    # Russian
    r"(?:большое |огромное |ок |хорошо )?(?:спасибо|благодарю|спс|пасиб[ао]?)(?: (?:большое|"
    r"огромное|вам|тебе|всем))?|"
    r"пожалуйста не за что|не за что|отлично|хорошо|ладно|понятно|понял[аи]?|договорились|"
    r"до (?:свидания|встречи|завтра|"
    r"скорого|связи)|пока|спокойной ночи|хороших выходных|хорошего дня|супер|получил[аи]?|ок|"
    r"окей|увидимся",
    # Ukrainian
    r"(?:щиро |дуже |велике )?(?:дякую|дякуємо|спасибі)(?: (?:дуже|щиро|вам|тобі))?|нема за що|"
    r"чудово|добре|гаразд|зрозумів|"
    r"зрозуміло|домовились|до (?:побачення|зустрічі|завтра)|бувай|на добраніч|гарного дня|"
    r"гарних вихідних|отримав|отримала",
    # Turkish
    r"(?:çok |tamam )?(?:teşekkürler|teşekkür (?:ederim|ederiz)|tesekkurler|tesekkur ederim|"
    r"sağ ?ol(?:un)?|eyvallah|mersi)|"
    r"rica ederim|tamam|tamamdır|mükemmel|harika|süper|anlaştık|görüşürüz|görüşmek üzere|"
    r"hoşça ?kal|iyi (?:günler|geceler|"
    r"akşamlar|hafta sonları)|sorun değil|anladım|aldım",
    # Arabic
    r"(?:شكرا|شكراً|شكرًا|مشكور|متشكر|تسلم)(?: (?:جزيلا|جزيلاً|لك|لكم|جدا|كثيرا))*|"
    r"جزاك الله خيرا|عفوا|حسنا|تمام|ممتاز|"
    r"مع السلامة|إلى اللقاء|الى اللقاء|تصبح على خير|أراك (?:غدا|لاحقا)",
    # Hebrew
    r"(?:המון |רב )?תודה(?: (?:רבה|לך|לכם|על הכל))*|בבקשה אין בעד מה|אין בעיה|מצוין|מעולה|סבבה|"
    r"בסדר|הבנתי|להתראות|ביי|"
    r"לילה טוב|סוף שבוע נעים|יום טוב|נתראה(?: מחר)?|אוקיי",
)

_UNSPACED = (
    # Chinese
    r"(?:好的?|嗯|行|非常|十分|太|多)?(?:谢谢|謝謝|感谢|感謝|多谢|多謝|谢了|謝了|谢啦|謝啦|"
    r"辛苦了?)(?:你|您|你们|大家|了|啦|哦|！)*|"
    r"不客气|不客氣|没事了?|沒事了?|没关系|沒關係|好的?(?:吧|呀|啊|滴|嘞)?|收到了?|明白了?|"
    r"知道了|了解了?|了解|没问题|沒問題|"
    r"完美|太好了|太棒了|再见|再見|拜拜|回头见|明天见|明天見|到时候?见|下周见|晚安|周末愉快|"
    r"回见|行|嗯嗯?|可以|一言为定|不用了",
    # Japanese
    r"(?:どうも|本当に|誠に)?(?:ありがとう|有難う|有り難う)(?:ございます|ございました|ね|！)*|"
    r"どうも|感謝(?:します|いたします)|"
    r"どういたしまして|了解(?:です|しました|いたしました)?|りょうかい|承知(?:しました|"
    r"いたしました|です)?|かしこまりました|"
    r"わかりました|分かりました|わかった|大丈夫です|問題ありません|完璧です?|さようなら|"
    r"じゃあね|またね|また明日|おやすみ(?:なさい)?|"
    r"お疲れ様(?:です|でした)?|お疲れさま(?:です|でした)?|では(?:また|後ほど)|はい",
    # Korean
    r"(?:정말 |대단히 |너무 )?(?:감사합니다|감사해요|감사드립니다|고맙습니다|고마워요?|감사)|"
    r"천만에요|별말씀을요|"
    r"네|넵|예|알겠습니다|알겠어요|알았어요?|좋아요|좋습니다|완벽해요|괜찮아요|괜찮습니다|"
    r"확인했습니다|안녕히 ?(?:계세요|가세요)|"
    r"안녕|내일 (?:봐요|뵙겠습니다|봬요)|나중에 봐요|수고하(?:세요|셨습니다)|또 봐요|잘 자요?",
)

CLOSINGS = re.compile(
    "(?:" + "|".join(_SPACED) + r")(?!\w)|(?:" + "|".join(_UNSPACED) + ")", re.IGNORECASE
)
"""Heads of closing clauses."""

FOR = re.compile(
    r" (?:für|fürs|pour|de|des|du|por|per|della?|voor|za|за|için|على|על|kwa|pela?|pelo|di|del|"
    r"dell) ?"
)
"""The word by which what one gives thanks for follows."""

UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that write without spaces, or with few."""
