# language: fr
Fonctionnalité: Registre régional des garanties

  @registre-garanties
  Règle: Une garantie enregistrée se consulte

    @GUA-001 @nominal
    Scénario: une garantie à montant de référence est enregistrée
      Étant donné un mouvement sous garantie à montant de référence de Lomé à Ouagadougou par Cinkansé
      Quand le garant enregistre une garantie de 50 000 000 FCFA
      Alors le registre des garanties accepte
      Et le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

    @GUA-012 @nominal
    Scénario: une contribution au fonds a ses pays et sa validité, sans solde
      Étant donné une contribution au fonds de garantie pour un mouvement de Lomé à Bamako par Koury
      Quand le bureau de départ interroge la garantie
      Alors le registre des garanties accepte
      Et le registre publie cette contribution avec ses pays, sans montant

    @GUA-023 @nominal
    Scénario: l'interrogation rend le disponible sans rien bloquer
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ interroge la garantie
      Alors la réponse annonce 50 000 000 FCFA disponibles
      Et le registre publie 50 000 000 FCFA disponibles sur 50 000 000 FCFA

  @registre-garanties
  Règle: Une garantie inconnue, échue ou demandée sans son code est refusée

    @GUA-008 @refus
    Scénario: une garantie jamais enregistrée est refusée
      Étant donné un mouvement sous garantie à montant de référence de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ interroge la garantie
      Alors le registre des garanties refuse: G01

    @GUA-016 @refus
    Scénario: une garantie échue la veille est refusée
      Étant donné une garantie de 50 000 000 FCFA échue depuis 1 jour, pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le registre des garanties refuse: G02

    @GUA-009 @refus
    Scénario: un code d'accès faux n'apprend rien à qui l'essaie
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ interroge la garantie avec un code d'accès faux
      Alors le registre des garanties refuse: G03
      Et la réponse ne donne aucun montant

    @GUA-011 @nominal
    Scénario: le code d'accès reste entre le garant et la douane
      Étant donné une garantie de 50 000 000 FCFA pour un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ affecte 12 000 000 FCFA au mouvement
      Alors le code d'accès n'apparaît nulle part
