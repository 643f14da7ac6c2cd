/** What Google's services can by now and their published types do not know yet. */
declare namespace GoogleAppsScript {
  /** Publishing of forms, since April 2025. */
  namespace Forms {
    interface FormApp {
      create(title: string, isPublished: boolean): Form;
    }
    interface Form {
      isPublished(): boolean;
      setPublished(enabled: boolean): Form;
    }
  }
  /** Scopes that people may allow one by one, since January 2025. */
  namespace Script {
    interface ScriptApp {
      getAuthorizationInfo(mode: AuthMode, scopes: string[]): AuthorizationInfo;
    }
  }
}
