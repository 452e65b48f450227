# language: fr
Fonctionnalité: Relève de la balise

  À la frontière, la balise du voisin prend la place de la première. Le voyage dit laquelle était sur le camion à chaque
  instant, et le temps qu'il a passé sans aucune.

  @TRK-014
  Règle: Seule la balise du mouvement peut être relevée

    @refus
    Scénario: une balise qui n'est pas sur ce camion ne peut pas être relevée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "GT06" de la plateforme togolaise
      Et une balise "Jointech" de la plateforme burkinabè
      Quand le bureau d'entrée du Burkina Faso relève la seconde balise par la troisième balise au bout de 6 h
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/replaces
      Et aucune administration n'est informée
      Et la première balise est publiée sur le premier mouvement

    @refus
    Scénario: sur un camion sans balise, il n'y a rien à relever
      Étant donné une balise "Teltonika" de la plateforme togolaise
      Et une balise "Jointech" de la plateforme burkinabè
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le bureau d'entrée du Burkina Faso relève la première balise par la seconde balise au bout de 6 h
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/replaces

    @refus
    Scénario: une balise déjà déposée ne peut plus être relevée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "Jointech" de la plateforme burkinabè
      Et que le bureau de sortie du Togo dépose la première balise au bout de 6 h
      Quand le bureau d'entrée du Burkina Faso relève la première balise par la seconde balise au bout de 7 h
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/replaces

  @TRK-015
  Règle: Une relève nomme la balise relevée, une pose ou une dépose n'en nomme aucune

    @refus
    Scénario: une relève qui ne nomme pas la balise relevée est refusée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "Jointech" de la plateforme burkinabè
      Quand le bureau d'entrée du Burkina Faso relève par la seconde balise, sans nommer la balise relevée
      Alors le message est refusé au dépôt: RULE R43 à /payload/replaces
      Et aucune administration n'est informée

    @refus
    Scénario: une pose qui nomme une balise relevée est refusée
      Étant donné une balise "Teltonika" de la plateforme togolaise
      Et une balise "GT06" de la plateforme togolaise
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ pose la première balise en nommant la seconde balise comme relevée
      Alors le message est refusé au dépôt: RULE R43 à /payload/replaces

    @refus
    Scénario: une dépose qui nomme une balise relevée est refusée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "GT06" de la plateforme togolaise
      Quand le bureau de sortie du Togo dépose la première balise en nommant la seconde balise comme relevée
      Alors le message est refusé au dépôt: RULE R43 à /payload/replaces

  @TRK-021
  Règle: La relève termine une affectation et commence l'autre au même instant

    @nominal
    Scénario: à Cinkansé, la balise burkinabè relève la togolaise
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "Jointech" de la plateforme burkinabè
      Quand le bureau d'entrée du Burkina Faso relève la première balise par la seconde balise au bout de 6 h
      Alors le message est accepté
      Et le voyage donne ces affectations:
        | balise   | de    | à   |
        | première | 0 min | 6 h |
        | seconde  | 6 h   |     |
      Et la première balise est publiée dans l'état "déposée"
      Et la seconde balise est publiée dans l'état "posée"

    @nominal
    Scénario: la plateforme nigérienne, qui relève, est informée de la relève
      Étant donné un camion de Lomé à Niamey par Kantchari, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise propre à la plateforme nigérienne
      Quand le bureau d'entrée du Niger relève la première balise par la seconde balise au bout de 7 h
      Alors le message est remis exactement à: Togo, Burkina Faso, la plateforme nigérienne
      Et le voyage donne ces affectations:
        | balise   | de    | à   |
        | première | 0 min | 7 h |
        | seconde  | 7 h   |     |

    @refus
    Scénario: une relève refusée laisse la première balise en place
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "Jointech" inconnue de la plateforme burkinabè
      Quand le bureau d'entrée du Burkina Faso relève la première balise par la seconde balise au bout de 6 h
      Alors le voyage donne ces affectations:
        | balise   | de    | à |
        | première | 0 min |   |

  @TRK-022
  Règle: Le temps sans balise figure au voyage, avec le bureau qui l'a commencé

    @nominal
    Scénario: entre la dépose à la sortie du Togo et la pose à l'entrée du Burkina Faso
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "Jointech" de la plateforme burkinabè
      Et que le bureau de sortie du Togo dépose la première balise au bout de 6 h
      Quand le bureau d'entrée du Burkina Faso pose la seconde balise au bout de 7 h
      Alors le voyage donne ces temps sans balise:
        | de  | à   | bureau  |
        | 6 h | 7 h | TG0CIN1 |

    @nominal
    Scénario: tant que le voisin n'a pas posé la sienne, le temps sans balise est ouvert
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand le bureau de sortie du Togo dépose la balise au bout de 6 h
      Alors le voyage donne ces temps sans balise:
        | de  | à | bureau  |
        | 6 h |   | TG0CIN1 |

    @nominal
    Scénario: à un camion arrivé, aucune autre balise ne manque
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et que le bureau de sortie du Togo dépose la balise au bout de 6 h
      Quand le mouvement est ensuite arrivé à destination
      Alors le voyage ne donne aucun temps sans balise

    @nominal
    Scénario: une relève ne laisse aucun temps sans balise
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "Jointech" de la plateforme burkinabè
      Quand le bureau d'entrée du Burkina Faso relève la première balise par la seconde balise au bout de 6 h
      Alors le voyage ne donne aucun temps sans balise

  @TRK-023
  Règle: La fin du mouvement libère sa balise

    @nominal
    Plan du Scénario: après <fin>, la balise repart avec un autre camion
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et que <fin> met fin au mouvement au bout de 3 h
      Et un mouvement de Lomé à Bamako par Koury, annoncé
      Quand le bureau de départ pose la balise au bout de 7 h
      Alors le message est accepté
      Et la balise est publiée sur le second mouvement

      Exemples:
        | fin                  |
        | l'apurement          |
        | l'annulation         |
        | la clôture à la main |
