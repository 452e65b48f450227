# language: fr
@exclusif @sur-mesure
Fonctionnalité: La base de données du hub tombe

  @RES-001
  Règle: Ce qui ne peut être enregistré n'est jamais accusé

    @RES-002 @panne
    Plan du Scénario: l'avis de transit attend que la base, dont la liaison <panne>, revienne
      Étant donné un hub dont la base de données peut tomber
      Et un mouvement de Lomé à Niamey par Téra
      Et la liaison du hub à sa base de données <panne>
      Et le bureau compétent tente de déposer l'avis de transit
      Et la base de données est de nouveau là
      Quand chaque message sans réponse est répété, inchangé, jusqu'à sa réponse
      Alors pendant la panne, le hub n'a rien accusé ni rien affirmé: il s'est dit indisponible
      Et les administrations informées sont exactement: Burkina Faso, Niger
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | panne                |
        | est coupée           |
        | rompt ses connexions |
