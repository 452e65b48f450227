# language: fr
Fonctionnalité: Écoute des balises

  Une balise ne connaît que la règle de son constructeur : sans l'acquit exact elle garde tout et recommence. Ce qui lui répond
  de travers, ou à une autre, lui fait perdre ses rapports.

  @TRK-100
  Règle: Chaque balise est acquittée selon la règle de son protocole

    @nominal
    Plan du Scénario: une balise <balise> envoie <envoi> et entend l'acquit de son constructeur
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise envoie "<envoi>", et attend <nombre> octets
      Alors la balise n'entend que les octets "<octets>"

      Exemples: Teltonika : 01 à la connexion, puis le nombre de positions prises
        | balise    | envoi                                | nombre | octets               |
        | Teltonika | connexion                            | 1      | 01                   |
        | Teltonika | connexion, position                  | 5      | 01 00000001          |
        | Teltonika | connexion, deux positions, position  | 9      | 01 00000002 00000001 |

      Exemples: Jointech : (P69,0,n), au numéro de chaque trame
        | balise   | envoi              | nombre | octets                                |
        | Jointech | position           | 9      | 285036392c302c3129                    |
        | Jointech | position, alerte   | 18     | 285036392c302c3129 285036392c302c3229 |

      Exemples: GT06 : le même numéro de message et le même numéro d'ordre, avec leur CRC
        | balise | envoi                | nombre | octets                                    |
        | GT06   | connexion            | 10     | 787805010001d9dc0d0a                      |
        | GT06   | connexion, battement | 20     | 787805010001d9dc0d0a 787805130002db6a0d0a |
        | GT06   | connexion, alerte    | 20     | 787805010001d9dc0d0a 787805160002e2d70d0a |

      Exemples: JT/T 808 : 8100 à l'inscription, 8001 au reste, au numéro de chaque message
        | balise   | envoi               | nombre | octets                                                                       |
        | JT/T 808 | position            | 20     | 7e 8001 0005 <balise> .... 0001 0200 00 .. 7e                                |
        | JT/T 808 | battement           | 20     | 7e 8001 0005 <balise> .... 0001 0002 00 .. 7e                                |
        | JT/T 808 | connexion           | 18     | 7e 8100 .... <balise> .... 0001 00 ...                                       |

      Exemples: OsmAnd : 200
        | balise | envoi    | nombre | octets                        |
        | OsmAnd | position | 12     | 485454502f312e3120323030 ...  |

    @nominal
    Scénario: une balise MQTT entend PUBACK au numéro de son message
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Quand la balise publie le message MQTT numéro 4660, et attend 8 octets
      Alors la balise n'entend que les octets "20020000 40021234"

    @nominal
    Scénario: une balise Teltonika par datagramme entend le numéro de son paquet
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise envoie un datagramme, et attend 7 octets
      Alors la balise n'entend que les octets "0005cafe010501"

    @refus
    Plan du Scénario: une balise <balise> que personne n'a inscrite entend une réponse, et rien n'est dit d'elle
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et une balise "<balise>" que la plateforme togolaise n'a pas inscrite
      Quand la balise envoie "<envoi>", et attend <nombre> octets
      Alors la balise n'entend que les octets "<octets>"
      Et rien n'est dit du camion

      Exemples:
        | balise    | envoi     | nombre | octets                                             |
        | Teltonika | connexion | 1      | 00                                                 |
        | JT/T 808  | connexion | 18     | 7e 8100 0003 <balise> .... 0001 04 .. 7e           |
        | Jointech  | position  | 9      | 285036392c312c3129                                 |
        | OsmAnd    | position  | 12     | 485454502f312e3120353033 ...                       |

  @TRK-101
  Règle: Une trame dont la somme de contrôle est fausse n'est ni acquittée ni prise en compte

    @refus
    Plan du Scénario: une balise <balise> n'entend rien de sa trame faussée, et tout de la suivante
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise envoie "<envoi>", et attend <nombre> octets
      Alors la balise n'entend que les octets "<octets>"
      Et aucune alerte n'est dite
      Et le Togo reçoit <positions> positions de la balise

      Exemples:
        | balise    | envoi                                       | nombre | octets                                        | positions |
        | Teltonika | connexion, position faussée, deux positions | 5      | 01 00000002                                   | 2         |
        | GT06      | connexion, position faussée, battement      | 20     | 787805010001d9dc0d0a 787805130003cae30d0a     | 0         |
        | JT/T 808  | position faussée, battement                 | 20     | 7e 8001 0005 <balise> .... 0002 0002 00 .. 7e | 0         |

  @TRK-102
  Règle: Une balise hostile ne fait perdre le rapport d'aucune autre

    Contexte:
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise

    @panne
    Plan du Scénario: pendant qu'une autre envoie <hostilité>, la balise est acquittée et dite
      Étant donné une balise hostile qui envoie "<hostilité>"
      Quand la balise signale le camion à "Kara"
      Alors la balise est acquittée
      Et la position est dite exactement à: Togo

      Exemples:
        | hostilité                      |
        | une trame sans fin             |
        | ses octets un à un             |
        | une trame à la longueur fausse |
        | des octets sans trame          |

    @panne
    Scénario: cent connexions qui ne disent rien ne coûtent rien à la balise
      Étant donné 100 connexions qui ne disent rien
      Quand la balise signale le camion à "Kara"
      Alors la balise est acquittée
      Et la position est dite exactement à: Togo
