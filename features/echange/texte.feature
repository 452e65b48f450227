# language: fr
Fonctionnalité: Texte accentué et autres écritures

  @ENV-007 @ENV-004
  Règle: Un texte accentué ou d'une autre écriture est remis sans altération

    @nominal
    Plan du Scénario: un nom <écriture> arrive tel quel
      Étant donné un mouvement de Lomé à Niamey par Kantchari, dont le destinataire des marchandises est "<nom>"
      Quand le bureau de départ annonce le mouvement
      Alors chaque administration informée lit "<nom>" comme destinataire des marchandises
      Et tous les destinataires reçoivent les octets déposés

      Exemples:
        | écriture                       | nom                                     |
        | accentué en français           | Établissements Noël Traoré, Gaïa & Cœur |
        | en lettres du hausa et du peul | Ɓakin Ƙogi Ɗan Ŋari                     |
        | en arabe                       | شركة النقل الخيالية                     |
        | en caractères rares           | Société fictive 𝄞 𐤀                     |
