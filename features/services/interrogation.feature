# language: fr
@services @sur-mesure @exclusif @horloge @hypothese
Fonctionnalité: Interrogation des services nationaux
  Les services, leurs questions et leurs délais sont une hypothèse : aucun n'a publié d'interface.

  Contexte:
    Étant donné une pile qui interroge les services nationaux
    Et un mouvement de Lomé à Ouagadougou par Cinkansé, connu des services

  @SRV-002
  Règle: Chaque question de l'avis est posée une fois

    @SRV-019 @nominal
    Scénario: un avis que tous les services confirment ne donne lieu à aucun constat
      Quand le bureau de départ annonce le mouvement
      Alors le registre des contribuables est interrogé une fois pour chaque opérateur de l'avis, et pour rien d'autre
      Et le registre des véhicules est interrogé une fois pour le camion et sa remorque de l'avis, et pour rien d'autre
      Et le guichet unique est interrogé une fois pour le connaissement de l'avis, et pour rien d'autre
      Et le tarif est interrogé une fois pour chaque position tarifaire de l'avis, et pour rien d'autre
      Et rien ne contredit le mouvement

    @SRV-003 @nominal
    Scénario: un avis déposé trois fois n'est vérifié qu'une fois
      Quand le bureau de départ annonce le mouvement
      Et le dernier message est déposé 2 fois de plus, sans rien y changer
      Et 10 s passent
      Alors le registre des contribuables reçoit en tout 2 appels
      Et le guichet unique reçoit en tout 1 appel

    @SRV-003 @refus
    Scénario: un avis refusé ne fait interroger personne
      Quand le bureau de départ annonce le mouvement comme du trafic réel
      Et 10 s passent
      Alors le registre des contribuables n'est pas appelé
      Et le registre des véhicules n'est pas appelé
      Et le guichet unique n'est pas appelé
      Et le tarif n'est pas appelé

    @SRV-003 @refus
    Scénario: une modification refusée après la mainlevée ne fait rien demander de plus
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le registre des véhicules a reçu 2 appels
      Quand le bureau de départ modifie le destinataire des marchandises dans son avis
      Et 10 s passent
      Alors le message est refusé au vu du mouvement: NOT_AMENDABLE à /payload/consignee/name
      Et le registre des véhicules reçoit en tout 2 appels
      Et le guichet unique reçoit en tout 1 appel

  @SRV-001
  Règle: Aucun mouvement n'attend un service national

    @panne
    Plan du Scénario: <service> muet, l'avis est accepté et remis, et la mainlevée accordée, sans l'attendre
      Et <service> est muet
      Quand le bureau de départ annonce le mouvement
      Et le bureau de départ accorde la mainlevée
      Alors <service> est encore muet quand l'avis de transit est accepté et remis
      Et <service> est encore muet quand la mainlevée est acceptée et remise
      Et le mouvement est dans l'état "mainlevée accordée"
      Et les administrations informées sont exactement: Burkina Faso

      Exemples:
        | service                       |
        | le registre des contribuables |
        | le registre des véhicules     |
        | le guichet unique             |
        | le tarif                      |

  @SRV-013
  Règle: Le silence d'un service ne gagne pas les autres

    @panne
    Scénario: le registre des véhicules muet, les trois autres sont interrogés
      Et le registre des véhicules est muet
      Quand le bureau de départ annonce le mouvement
      Et le temps passe de 20 s, par pas de 2 s
      Alors le registre des contribuables reçoit en tout 2 appels
      Et le guichet unique reçoit en tout 1 appel
      Et le tarif reçoit en tout 1 appel
