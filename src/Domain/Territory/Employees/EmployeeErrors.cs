namespace MethodCenter.Domain.Territory.Employees;

public static class EmployeeErrors
{
    public static readonly Error NotFound = Error.NotFound("employee.not-found");

    public static readonly Error SnilsTaken = Error.Conflict("employee.snils-taken").At("/snils") with
    {
        TellsProtectedData = true,
    };

    public static readonly Error InvalidSnils = Error
        .Unprocessable("employee.invalid-snils")
        .At("/snils")
        .By(new RuleReference("FRDO-5", "Постановление Правления ПФР от 31.07.2006 № 192п (контрольное число СНИЛС)"));

    public static readonly Error ImpossibleBirthDate = Error
        .Unprocessable("employee.impossible-birth-date")
        .At("/birthDate");

    public static readonly Error TeachingSinceInFuture = Error
        .Unprocessable("employee.teaching-since-in-future")
        .At("/teachingSince");

    public static readonly Error TeachingBeforeFourteen = Error
        .Unprocessable("employee.teaching-before-fourteen")
        .At("/teachingSince");

    public static readonly Error EmploymentNotFound = Error.NotFound("employee.employment-not-found");

    public static readonly Error EmploymentEndsBeforeStart = Error
        .Unprocessable("employee.employment-ends-before-start")
        .At("/to");

    /// <summary>The person no longer works for the organisation that wants to change him.</summary>
    public static readonly Error NoLongerEmployed = Error.Forbidden("employee.no-longer-employed");

    /// <summary>The key is known for somebody with another name and another birth date.</summary>
    public static readonly Error KeyOfSomebodyElse = Error.Conflict("employee.key-of-somebody-else");

    public static readonly Error AlreadyEmployed = Error.Conflict("employee.already-employed");

    public static readonly Error SecondMainEmployment = Error.Conflict("employee.second-main-employment").At("/kind");

    public static readonly Error AbsenceNotFound = Error.NotFound("employee.absence-not-found");

    public static readonly Error AbsenceEndsBeforeStart = Error
        .Unprocessable("employee.absence-ends-before-start")
        .At("/to");

    public static readonly Error AbsenceOverlaps = Error.Conflict("employee.absence-overlaps");

    /// <summary>Neither key nor name and organisation, from somebody who may not identify by protected data.</summary>
    public static readonly Error NotNamed = Error.Unprocessable("employee.not-named");

    /// <summary>One name with many birth dates or numbers: a file that guesses (PD-3).</summary>
    public static readonly Error Guessed = Error
        .Unprocessable("employee.guessed")
        .By(new RuleReference("PD-3", "Федеральный закон от 27.07.2006 № 152-ФЗ, ст. 5"));

    /// <summary>Nothing in the row tells the person from others of the same name (persons are never merged by name alone).</summary>
    public static readonly Error NotIdentified = Error.Unprocessable("employee.not-identified");

    public static readonly Error SeveralFit = Error.Conflict("employee.several-fit");

    /// <summary>The key is one person's, the СНИЛС another's.</summary>
    public static readonly Error KeyOfAnother = Error.Conflict("employee.key-of-another").At("/snils");

    /// <summary>The name looks like that of a colleague on file: a person has to say whether it is the same one.</summary>
    public static readonly Error NearMatch = Error.Conflict("employee.near-match").At("/lastName");

    public static Error EmploymentEnded(DateOnly on) => Error.Conflict("employee.employment-ended").With("on", on);

    public static Error BirthAfterEmployment(DateOnly from, string pointer) =>
        Error.Unprocessable("employee.birth-after-employment").At(pointer).With("from", from);

    public static Error Unknown(string pointer) => Error.Unprocessable("employee.unknown").At(pointer);

    /// <summary>Works for an organisation of the network and bears the mark of those who do not.</summary>
    public static readonly Warning OutsideButEmployed = new("employee.outside-but-employed");
}
