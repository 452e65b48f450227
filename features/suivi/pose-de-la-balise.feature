# language: fr
Fonctionnalité: Pose de la balise

  Le bureau qui pose une balise sur le camion le dit à tous ceux qui verront passer ce camion, et à la plateforme qui
  l'écoutera. Une balise est à un seul endroit, sur le véhicule déclaré.

  @TRK-001
  Règle: La mainlevée d'un mouvement suivi porte l'identifiant de sa balise jusqu'à chaque administration de la route

    @nominal
    Scénario: la balise posée avant la mainlevée est lue avec elle
      Étant donné une balise "Teltonika" de la plateforme togolaise
      Et un mouvement de Lomé à Bamako par Koury
      Et que l'avis et la mainlevée portent la balise
      Et que le mouvement est annoncé
      Et que le bureau de départ pose la balise
      Quand le bureau de départ accorde la mainlevée
      Alors le message est accepté
      Et chaque administration informée lit l'identifiant de la balise à la mainlevée

  @TRK-010
  Règle: La pose est dite à chaque administration de l'itinéraire et à la plateforme nommée, à personne d'autre

    @nominal
    Scénario: la pose au départ est dite aux autres pays de la route
      Étant donné une balise "Jointech" de la plateforme togolaise
      Et un mouvement de Lomé à Bamako par Koury, annoncé
      Quand le bureau de départ pose la balise
      Alors le message est accepté
      Et le message est remis exactement à: Burkina Faso, Mali

    @nominal
    Scénario: la plateforme qui écoute la balise est informée elle aussi
      Étant donné un mouvement de Lomé à Niamey par Kantchari, annoncé
      Et une balise propre à la plateforme nigérienne
      Et que la plateforme malienne est à la table
      Quand le bureau de départ pose la balise
      Alors le message est remis exactement à: Burkina Faso, Niger, la plateforme nigérienne

    @nominal
    Scénario: la pose sur un transit de Ouagadougou à Bamako ne regarde pas le Togo
      Étant donné une balise "JT/T 808" de la plateforme burkinabè
      Et un mouvement de Ouagadougou à Bamako par Koury, annoncé
      Quand le bureau de départ pose la balise
      Alors le message est remis exactement à: Mali

    @nominal
    Scénario: la dépose est dite aux mêmes
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Quand le bureau de sortie du Togo dépose la balise au bout de 6 h
      Alors le message est remis exactement à: Burkina Faso, Niger, la plateforme nigérienne

  @TRK-011
  Règle: Une balise qui est sur un autre mouvement en cours ne peut pas être posée

    @refus
    Scénario: une balise en route avec un camion n'est pas posée sur un autre
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et un mouvement de Lomé à Bamako par Koury, annoncé
      Quand le bureau de départ pose la balise au bout de 2 h
      Alors le message est refusé au vu du mouvement: DEVICE_IN_USE à /payload/deviceId
      Et aucune administration n'est informée
      Et la balise est publiée sur le premier mouvement

    @nominal
    Scénario: une fois déposée, elle peut être posée sur un autre
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et que le bureau de sortie du Togo dépose la balise au bout de 6 h
      Et un mouvement de Lomé à Bamako par Koury, annoncé
      Quand le bureau de départ pose la balise au bout de 7 h
      Alors le message est accepté
      Et la balise est publiée sur le second mouvement

  @TRK-012
  Règle: Un mouvement n'a qu'une balise à la fois

    @refus
    Scénario: une seconde balise est refusée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "GT06" de la plateforme togolaise
      Quand le bureau de départ pose la seconde balise
      Alors le message est refusé au vu du mouvement: DEVICE_ALREADY_ATTACHED à /payload/action
      Et aucune administration n'est informée

    @refus
    Scénario: la même balise, posée deux fois, est refusée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Quand le bureau de départ pose la balise au bout de 1 h
      Alors le message est refusé au vu du mouvement: DEVICE_ALREADY_ATTACHED à /payload/action

  @TRK-013
  Règle: Seule la balise du mouvement peut en être déposée

    @refus
    Scénario: une balise jamais posée ne peut pas être déposée
      Étant donné une balise "Jointech" de la plateforme togolaise
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ dépose la balise
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/deviceId
      Et aucune administration n'est informée

    @refus
    Scénario: une balise déposée ne peut pas l'être une seconde fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et que le bureau de sortie du Togo dépose la balise au bout de 6 h
      Quand le bureau d'entrée du Burkina Faso dépose la balise au bout de 7 h
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/deviceId

    @refus
    Scénario: la balise d'un autre mouvement ne peut pas être déposée de celui-ci
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et un mouvement de Lomé à Bamako par Koury, annoncé
      Quand le bureau de départ dépose la balise au bout de 2 h
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/deviceId
      Et la balise est publiée sur le premier mouvement

  @TRK-016
  Règle: La balise est sur le véhicule du mouvement

    @refus
    Scénario: une balise posée sur un autre camion est refusée
      Étant donné une balise "Teltonika" de la plateforme togolaise
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ pose la balise sur un autre véhicule: "FICTIF-4821"
      Alors le message est refusé au vu du mouvement: VEHICLE_DIFFERS à /payload/plate
      Et aucune administration n'est informée

    @nominal
    Scénario: après un transbordement, la balise est posée sur le nouveau camion
      Étant donné une balise "Teltonika" de la plateforme burkinabè
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et que le Burkina Faso signale un transbordement sur un nouveau véhicule: "FICTIF-4821"
      Quand le bureau d'entrée du Burkina Faso pose la balise sur un autre véhicule: "FICTIF-4821"
      Alors le message est accepté

  @TRK-017
  Règle: Seul un bureau de l'itinéraire pose ou dépose une balise

    @refus
    Scénario: un bureau hors de l'itinéraire ne peut pas poser de balise
      Étant donné une balise "GT06" de la plateforme burkinabè
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le bureau de Dakola pose la balise
      Alors le message est refusé au vu du mouvement: OFF_ROUTE à /payload/office
      Et aucune administration n'est informée

    @refus
    Scénario: un bureau hors de l'itinéraire ne peut pas déposer la balise
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Quand le bureau de Dakola dépose la balise au bout de 5 h
      Alors le message est refusé au vu du mouvement: OFF_ROUTE à /payload/office
      Et la balise est publiée sur le premier mouvement

  @TRK-018
  Règle: Une balise que sa plateforme ne connaît pas ne peut pas être posée

    @refus
    Scénario: une balise que personne n'a inscrite est refusée
      Étant donné une balise "Jointech" inconnue de la plateforme togolaise
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ pose la balise
      Alors le message est refusé au vu du mouvement: UNKNOWN_DEVICE à /payload/deviceId
      Et aucune administration n'est informée

    @refus
    Scénario: une balise inconnue ne peut pas en relever une autre
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et une balise "Jointech" inconnue de la plateforme burkinabè
      Quand le bureau d'entrée du Burkina Faso relève la première balise par la seconde balise au bout de 6 h
      Alors le message est refusé au vu du mouvement: UNKNOWN_DEVICE à /payload/deviceId
      Et la première balise est publiée sur le premier mouvement

  @TRK-019
  Règle: Une balise n'est pas posée sur un mouvement qui a pris fin

    @refus
    Plan du Scénario: une balise posée après <fin> est refusée
      Étant donné une balise "Teltonika" de la plateforme togolaise
      Et un mouvement de Lomé à Ouagadougou par Cinkansé
      Et que <fin> met fin au mouvement au bout de 3 h
      Quand le bureau de départ pose la balise au bout de 4 h
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et aucune administration n'est informée

      Exemples:
        | fin                  |
        | l'apurement          |
        | l'annulation         |
        | la clôture à la main |

  @TRK-020
  Règle: L'état de la balise est publié, de son inscription à la fin du mouvement

    @nominal
    Scénario: une balise inscrite qui n'a pas servi est non affectée
      Quand la plateforme togolaise inscrit une balise "Teltonika"
      Alors la balise est publiée dans l'état "non affectée"

    @nominal
    Scénario: posée, elle attend son premier rapport
      Étant donné une balise "Teltonika" de la plateforme togolaise
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ pose la balise
      Alors la balise est publiée dans l'état "posée"

    @nominal
    Scénario: dès son premier rapport, elle est active
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale le camion à "Tsévié"
      Alors la balise est publiée dans l'état "active"

    @panne @horloge
    Scénario: sans rapport au-delà du délai, elle est muette
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et que la balise signale le camion à "Tsévié"
      Quand 50 min passent
      Alors la balise est publiée dans l'état "muette"

    @nominal @horloge
    Scénario: muette, elle redevient active au rapport suivant
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et que la balise signale le camion à "Tsévié"
      Et que 50 min passent
      Quand la balise signale le camion à "Notsé"
      Alors la balise est publiée dans l'état "active"

    @nominal
    Scénario: retirée par un bureau, elle est déposée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand le bureau de sortie du Togo dépose la balise au bout de 6 h
      Alors la balise est publiée dans l'état "déposée"
      Et la balise est publiée sans mouvement

    @nominal
    Scénario: à la fin du mouvement, elle est de nouveau non affectée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand l'apurement met fin au mouvement au bout de 7 h
      Alors la balise est publiée dans l'état "non affectée"
      Et la balise est publiée sans mouvement

  @TRK-103
  Règle: Les plateformes publient où elles écoutent

    @nominal
    Scénario: chaque plateforme écoute toutes les balises du profil
      Quand un pays lit où les plateformes écoutent
      Alors chaque plateforme que nomment les capacités dit où elle écoute
      Et les plateformes écoutent ces balises:
        | plateforme              | balises                                           |
        | la plateforme togolaise | Jointech, Teltonika, JT/T 808, GT06, OsmAnd, MQTT |
        | la plateforme burkinabè | Jointech, Teltonika, JT/T 808, GT06, OsmAnd, MQTT |
