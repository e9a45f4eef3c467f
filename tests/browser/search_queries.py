"""What readers look for, and what they must be given first; written before the search was.

Each line is what is typed, and the address of the first result below the site's base.
"""

GLOSSARY, PEOPLE, PLACES = "glossary/#", "people/#", "places/#"
BIBLIOGRAPHY = "bibliography/#"

QUERIES = (
    # The name of a thing, as the text has it, in full or in part.
    ("BREIP", GLOSSARY + "belt-and-road-economic-information-partnership"),
    ("breip", GLOSSARY + "belt-and-road-economic-information-partnership"),
    ("soft power", GLOSSARY + "soft-power"),
    ("Soft Power", GLOSSARY + "soft-power"),
    ("Belt and Road", GLOSSARY + "belt-and-road-initiative"),
    ("BRI", GLOSSARY + "belt-and-road-initiative"),
    ("secretariat", GLOSSARY + "permanent-secretariat"),
    ("UNRCCA", GLOSSARY + "unrcca"),
    ("Confucius Institutes", GLOSSARY + "confucius-institute"),
    ("Xinhua", GLOSSARY + "xinhua"),
    ("Khovar", GLOSSARY + "khovar"),
    ("debt traps", GLOSSARY + "debt-trap"),
    ("zero sum", GLOSSARY + "zero-sum-game"),
    ("freight trains", GLOSSARY + "china-europe-freight-trains"),
    ("General Administration of Customs", GLOSSARY + "general-administration-of-customs"),
    ("visa free", GLOSSARY + "visa-free-travel"),
    ("Silk Road", PLACES + "silk-road"),
    ("Zarafshan", PLACES + "zarafshan-karakum-corridor"),
    ("Caspian", PLACES + "caspian-sea"),
    ("Pakistan", PLACES + "pakistan"),
    ("Astana", PLACES + "astana"),
    ("People's Republic of China", PLACES + "china"),
    ("Japarov", PEOPLE + "sadyr-japarov"),
    ("Xi Jinping", PEOPLE + "xi-jinping"),
    ("Joseph Nye", PEOPLE + "joseph-nye"),
    ("Niva Yau", PEOPLE + "niva-yau"),
    # Without apostrophes, with others, with letters missing or wrong.
    ("xian", PLACES + "xian"),
    ("Xi'an", PLACES + "xian"),
    ("Xi’an’s", PLACES + "xian"),
    ("Chang'an", PLACES + "xian"),
    ("Tokaev", PEOPLE + "kassym-jomart-tokayev"),
    ("Tokayef", PEOPLE + "kassym-jomart-tokayev"),
    ("Mirziyoev", PEOPLE + "shavkat-mirziyoyev"),
    ("Berdimuhammedov", PEOPLE + "serdar-berdimuhamedov"),
    ("kazakstan", PLACES + "kazakhstan"),
    ("Turkmenistn", PLACES + "turkmenistan"),
    # Names by which others know them.
    ("Zhaparov", PEOPLE + "sadyr-japarov"),
    ("ITUC", GLOSSARY + "international-trade-union-confederation"),
    ("TEU", GLOSSARY + "twenty-foot-equivalent-unit"),
    ("习近平", PEOPLE + "xi-jinping"),
    ("西安", PLACES + "xian"),
    ("一带一路", GLOSSARY + "belt-and-road-initiative"),
    ("软实力", GLOSSARY + "soft-power"),
    ("Сиань", PLACES + "xian"),
    ("Токаев", PEOPLE + "kassym-jomart-tokayev"),
    ("Пояс и путь", GLOSSARY + "belt-and-road-initiative"),
    ("мягкая сила", GLOSSARY + "soft-power"),
    # Keys, numbers, years.
    ("nye2004softpower", BIBLIOGRAPHY + "nye2004softpower"),
    ("unesco1442", BIBLIOGRAPHY + "unesco1442"),
    ("¶ 7", "text/04-summit/#p7"),
    ("1990", "text/02-concept/#note-first-published-in-1990"),
    ("School No. 95", "text/08-language/#note-school-in-bishkek"),
    # Words in quotation marks.
    ('"sharing confidential information"', "text/05-media/#note-confidential-information"),
    ("sharing confidential information", "text/05-media/#note-confidential-information"),
    ('"shared prosperity"', "text/front/#abstract"),
    ('"story of historical significance"', "text/01-setting/#p1"),
    ('"honeymoon period"', GLOSSARY + "honeymoon-period"),
    # Parts and pages of the edition.
    ("abstract", "text/front/#abstract"),
    ("licences", "about/licence/"),
    ("contributing", "contribute/"),
    ("The Xi’an summit of May 2023", "text/04-summit/"),
)
