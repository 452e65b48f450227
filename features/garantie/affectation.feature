# language: fr
Fonctionnalité: Affectation d'une garantie à un mouvement

  @registre-garanties
  Règle: L'affectation bloque le montant

    @GUA-002 @LED-008 @nominal
    Scénario: le montant affecté n'est plus disponible
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties accepte
      Et le registre donne un numéro d'affectation
      Et le registre publie 12 000 000 FCFA affectés à ce mouvement, 38 000 000 FCFA disponibles

    @GUA-003 @refus
    Scénario: une affectation au-delà du disponible est refusée
      Étant donné une garantie de 10 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties refuse: INSUFFICIENT
      Et le registre publie 10 000 000 FCFA disponibles sur 10 000 000 FCFA

    @GUA-010 @refus
    Scénario: une garantie qui ne couvre pas le Niger est refusée pour Niamey
      Étant donné une garantie de 50 000 000 FCFA, valable pour le Togo et le Burkina Faso, pour un mouvement de Lomé à Niamey par Kantchari
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties refuse: COUNTRY_NOT_COVERED
      Et la réponse cite les pays non couverts: Niger

    @GUA-015 @nominal
    Scénario: deux bureaux qui affectent en même temps ne dépassent pas le disponible
      Étant donné une garantie de 20 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA à chacun de 2 mouvements en même temps
      Alors 1 affectation est acceptée, pour 12 000 000 FCFA en tout

  @registre-garanties
  Règle: Pas de mainlevée sans affectation

    @GUA-014 @refus
    Scénario: la mainlevée sous une garantie non affectée est refusée
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et que le mouvement est annoncé
      Quand le bureau de départ accorde la mainlevée
      Alors le message est refusé au vu du mouvement: GUARANTEE_NOT_RESERVED à /payload/reservationId
