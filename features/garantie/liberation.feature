# language: fr
Fonctionnalité: Libération de la garantie

  @registre-garanties
  Règle: La garantie reste engagée jusqu'à la fin du mouvement

    @GUA-004 @refus
    Scénario: la libération avant l'apurement est refusée
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, arrivé à destination
      Quand le bureau de départ demande la libération de la garantie
      Alors le registre des garanties refuse: G05
      Et le registre publie 38 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-007 @nominal
    Scénario: l'apurement partiel laisse la garantie engagée
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, contrôlé conforme
      Quand le bureau de départ apure le mouvement en partie, l'article 1 restant ouvert
      Alors le registre publie 38 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-020 @refus
    Scénario: la garantie n'est pas mise en jeu hors d'un recouvrement
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, dont la mainlevée est accordée
      Quand le bureau de départ met la garantie en jeu pour 12 000 000 FCFA
      Alors le registre des garanties refuse: G05

  @registre-garanties
  Règle: La fin du mouvement libère la garantie

    @GUA-005 @nominal
    Scénario: l'apurement rend le disponible à son montant d'ouverture
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, contrôlé conforme
      Quand le bureau de départ apure le mouvement
      Alors le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-022 @nominal
    Scénario: la force majeure libère la garantie
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, dont la mainlevée est accordée
      Quand le bureau de départ apure le mouvement pour force majeure: "Convoi incendié, procès-verbal joint."
      Alors le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-013 @nominal
    Scénario: la libération demandée après l'apurement ne crédite rien de plus
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, apuré
      Quand le bureau de départ demande la libération de la garantie
      Alors le registre des garanties accepte
      Et le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-006 @nominal
    Scénario: l'annulation du mouvement annule aussi l'affectation
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, annoncé
      Quand le bureau de départ annule le mouvement: "Marchandise retirée par le déclarant."
      Alors le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-022 @horloge @nominal
    Scénario: le recouvrement achevé libère la garantie
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, dont la mainlevée est accordée
      Et le délai de route est dépassé
      Et le bureau de départ a lancé un avis de recherche
      Et le bureau de départ a engagé le recouvrement
      Quand le bureau de départ apure le mouvement après recouvrement: "Droits payés."
      Alors le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-004 @nominal
    Scénario: le mouvement clos à la main, la libération demandée est accordée
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Et 12 000 000 FCFA affectés au mouvement, qui a franchi toutes ses frontières
      Et le bureau de départ a clos le mouvement à la main: "Preuve d'arrivée reçue sur papier."
      Quand le bureau de départ demande la libération de la garantie
      Alors le registre des garanties accepte
      Et le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA
