# language: fr
Fonctionnalité: Des données de référence qui ne changent pas partout le même jour

  @VER-007
  Règle: Le décalage est signalé à l'expéditeur avant qu'il ne nuise

    @horloge @nominal
    Scénario: le Togo, resté à la version d'avant, est averti et son message accepté
      Étant donné que le Mali publie un jour férié qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement en employant la version d'avant des jours fériés du Mali
      Alors le message est accepté
      Et un constat "données de référence décalées" désigne le message et est remis exactement à: Togo

    @horloge @nominal
    Scénario: le Togo, en avance sur la date d'effet, est averti et son message accepté
      Étant donné que le Niger publie un jour férié qui prend effet dans 2 jours
      Et un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement en employant la version publiée des jours fériés du Niger
      Alors le message est accepté
      Et un constat "données de référence décalées" désigne le message et est remis exactement à: Togo

    @horloge @nominal
    Scénario: qui emploie la version en vigueur n'est averti de rien
      Étant donné que le Mali publie un jour férié qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement en employant la version publiée des jours fériés du Mali
      Alors le message est accepté
      Et aucun constat "données de référence décalées" ne désigne le message

    @horloge @refus
    Scénario: un message refusé apprend lui aussi à son expéditeur qu'il est décalé
      Étant donné que le Niger publie un jour férié qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un avis de transit sans nombre de scellés (without-seal-count) est déposé en employant la version d'avant des jours fériés du Niger
      Alors le message est refusé au dépôt: MISSING_FIELD à /payload/sealCount
      Et un constat "données de référence décalées" désigne le message et est remis exactement à: Togo

  @VER-008 @horloge
  Règle: Le même décalage n'est signalé qu'une fois

    @nominal
    Scénario: deux messages du même expéditeur décalé donnent un seul constat
      Étant donné que le Niger publie un jour férié qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Lomé à Bamako par Koury
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée en employant la version d'avant des jours fériés du Niger
      Alors le constat "données de référence décalées" est remis 1 fois au Togo

  @VER-012
  Règle: Ce que l'expéditeur dit employer se lit, ou est refusé

    @refus
    Scénario: un en-tête illisible est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement en disant employer "bureaux du Mali, version douze"
      Alors la liaison refuse le dépôt: BAD_REQUEST
      Et le mouvement est inconnu du registre

    @nominal
    Scénario: un genre de données d'une version à venir est ignoré
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement en disant employer "BF/BALISES@3"
      Alors le message est accepté
      Et aucun constat "données de référence décalées" ne désigne le message

  @VER-009 @horloge
  Règle: Un message est jugé par les données en vigueur quand il a été rédigé

    @panne
    Scénario: rédigé avant le retrait du bureau et reçu après, l'avis est accepté
      Étant donné que le Burkina Faso publie le bureau BF0FIC1, qui prend effet dans 2 jours
      Et 3 jours passent
      Et le Burkina Faso publie ses bureaux sans le bureau fictif, ce qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, dont le bureau de destination est BF0FIC1
      Quand le bureau de départ annonce le mouvement par un message rédigé 48 h plus tôt
      Alors le message est accepté

    @panne
    Scénario: rédigé avant le retrait du bureau, l'avis est accepté même après un autre jugé par les données du jour
      Étant donné que le Burkina Faso publie le bureau BF0FIC6, qui prend effet dans 2 jours
      Et 3 jours passent
      Et le Burkina Faso publie ses bureaux sans le bureau fictif, ce qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Lomé à Bamako par Koury, annoncé
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, dont le bureau de destination est BF0FIC6
      Quand le bureau de départ annonce le mouvement par un message rédigé 48 h plus tôt
      Alors le message est accepté

    @refus
    Scénario: rédigé après le retrait du bureau, l'avis est refusé
      Étant donné que le Burkina Faso publie le bureau BF0FIC2, qui prend effet dans 2 jours
      Et 3 jours passent
      Et le Burkina Faso publie ses bureaux sans le bureau fictif, ce qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, dont le bureau de destination est BF0FIC2
      Quand le bureau de départ annonce le mouvement par un message rédigé 12 h plus tôt
      Alors le message est refusé au dépôt: UNKNOWN_OFFICE à /payload/itinerary/legs/3/office

    @panne
    Scénario: rédigé avant le nouveau tarif et reçu après, l'avis est accepté
      Étant donné que le Mali publie un tarif avec le code 010121, qui prend effet dans 2 jours
      Et 3 jours passent
      Et le Mali publie un tarif sans ce code, qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Bamako à Ouagadougou par Koury, dont le premier article a le code SH 010121
      Quand le bureau de départ annonce le mouvement par un message rédigé 48 h plus tôt
      Alors le message est accepté

  @VER-010 @horloge
  Règle: Le tarif publié par le pays de départ dit quels codes il déclare

    @nominal
    Scénario: un code du tarif en vigueur est accepté
      Étant donné que le Mali publie un tarif avec le code 010129, qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Bamako à Ouagadougou par Koury, dont le premier article a le code SH 010129
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté
      Et les administrations informées sont exactement: Burkina Faso

    @refus
    Scénario: un code qui a quitté le tarif est refusé
      Étant donné que le Mali publie un tarif sans ce code, qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Bamako à Ouagadougou par Koury, dont le premier article a le code SH 010130
      Quand le bureau de départ annonce le mouvement
      Alors le message est refusé au dépôt: NOT_IN_CODE_LIST à /payload/items/0/hsCode

    @nominal
    Scénario: jusqu'à la date d'effet, l'ancien tarif vaut
      Étant donné que le Mali publie un tarif avec le code 010190, qui prend effet dans 2 jours
      Et 3 jours passent
      Et le Mali publie un tarif sans ce code, qui prend effet dans 2 jours
      Et 47 heures passent
      Et un mouvement de Bamako à Ouagadougou par Koury, dont le premier article a le code SH 010190
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté

    @nominal
    Scénario: le tarif d'un pays ne vaut pas pour les autres
      Étant donné que le Mali publie un tarif sans ce code, qui prend effet dans 2 jours
      Et 3 jours passent
      Et un mouvement de Lomé à Bamako par Koury, dont le premier article a le code SH 010130
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté
      Et les administrations informées sont exactement: Burkina Faso, Mali

  @VER-011 @horloge
  Règle: Une liste de codes se consulte avec sa version et n'en remplace aucune autre

    @nominal
    Scénario: deux listes du Niger sont publiées côte à côte
      Étant donné que le Niger publie la liste de codes "voiesFictives" avec le code V1, qui prend effet dans 2 jours
      Et le Niger publie la liste de codes "quaisFictifs" avec le code Q7, qui prend effet dans 2 jours
      Quand 3 jours passent
      Alors la liste "voiesFictives" du Niger est publiée avec sa version et le code V1
      Et la liste "quaisFictifs" du Niger est publiée avec sa version et le code Q7

    @nominal
    Scénario: une nouvelle version remplace la liste de même nom
      Étant donné que le Niger publie la liste de codes "voiesFictives" avec le code V1, qui prend effet dans 2 jours
      Et le Niger publie la liste de codes "voiesFictives" avec le code V2, qui prend effet dans 2 jours
      Quand 3 jours passent
      Alors la liste "voiesFictives" du Niger est publiée avec sa version et le code V2
