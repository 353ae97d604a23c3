using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>Refusals of the participation of a school in a support programme.</summary>
public static class ParticipationErrors
{
    public static readonly Error NotFound = Error.NotFound("participation.not-found");

    /// <summary>A school takes part in a cycle once; also the answer to a breach of the unique index.</summary>
    public static readonly Error AlreadyAssigned = Error
        .Conflict("participation.already-assigned")
        .At("/organisationId");

    public static readonly Error NotASchool = Error.Unprocessable("participation.not-a-school").At("/organisationId");

    public static readonly Error CuratorWorksAtSchool = Error
        .Unprocessable("participation.curator-works-at-school")
        .At("/curatorId")
        .By(RiskRules.Roles);

    public static readonly Error SameCurator = Error.Conflict("participation.same-curator").At("/curatorId");

    public static readonly Error SameCoordinator = Error
        .Conflict("participation.same-coordinator")
        .At("/coordinatorId");

    /// <summary>See <see cref="Participation.Close"/> on why only this outcome needs a comment.</summary>
    public static readonly Error CommentRequired = Error
        .Unprocessable("participation.comment-required")
        .At("/comment")
        .By(RiskRules.Exit);

    /// <summary>A replacement takes over from a day on: a request of its own.</summary>
    public static Error PeopleNotByFile(string pointer) =>
        Error.Conflict("participation.people-not-by-file").At(pointer);

    /// <summary>The school was taken in on another day.</summary>
    public static Error AssignedOtherwise(DateOnly on) =>
        Error.Conflict("participation.assigned-otherwise").With("on", on).At("/on");

    public static Error CycleUnknown(int year) =>
        Error.Unprocessable("participation.cycle-unknown").With("year", year).At("/year");

    public static Error OutsideCycle(SupportCycle cycle) =>
        Error
            .Unprocessable("participation.outside-cycle")
            .With("year", cycle.Year)
            .With("startsOn", cycle.StartsOn)
            .With("endsOn", cycle.EndsOn)
            .At("/on");

    public static Error CuratorLimitReached(NormVersion norm, int limit, int current) =>
        Error
            .Unprocessable("participation.curator-limit-reached")
            .With("limit", limit)
            .With("current", current)
            .At("/curatorId")
            .By(norm.ToRule());

    /// <summary>The states travel as values, so that the text names them in the caller's language.</summary>
    public static Error WrongState(ParticipationState state, params ReadOnlySpan<ParticipationState> expected) =>
        Error.Conflict("participation.wrong-state").With("state", state).With("expected", expected.ToArray());

    /// <summary>What is recorded here has happened; what is planned stands in the plan of the cycle.</summary>
    public static Error InFuture(string pointer) => Error.Unprocessable("participation.in-future").At(pointer);

    public static Error DayTooEarly(DateOnly earliest) =>
        Error.Unprocessable("participation.day-too-early").With("earliest", earliest).At("/on");

    public static Error OtherEdition(string edition, string expected) =>
        Error
            .Unprocessable("participation.other-edition")
            .With("edition", edition)
            .With("expected", expected)
            .At("/edition");

    public static Error FactorNotNamed(string list, int index) =>
        Error.Unprocessable("participation.factor-not-named").At($"/{list}/{index}/factor").By(RiskRules.Matching);

    public static Error FactorUnknown(string list, int index, RiskFactorReference factor, string edition) =>
        Error
            .Unprocessable("participation.factor-unknown")
            .With("factor", factor.ToString())
            .With("edition", edition)
            .At($"/{list}/{index}/factor")
            .By(RiskRules.Matching);

    public static Error FactorRepeated(string list, int index, string factor) =>
        Error
            .Unprocessable("participation.factor-repeated")
            .With("factor", factor)
            .At($"/{list}/{index}/factor")
            .By(RiskRules.Matching);

    /// <summary>A profile of another source stands beside the first as the school's own, or says that it replaces it (RISK-5).</summary>
    public static Error ProfileOfOtherSource(string source) =>
        Error.Conflict("participation.profile-of-other-source").With("source", source).At("/source").By(Separate);

    private static readonly RuleReference Separate = new(
        "RISK-5",
        "Методика адресной помощи «500+»: РСП формирует ФИОКО, самодиагностика ведётся отдельно"
    );
    private static readonly RuleReference SchoolDocuments = new(
        "RISK-7",
        "Концепция, программа развития, антирисковые программы, дорожная карта"
    );
    private static readonly RuleReference Exit = new(
        "RISK-12",
        "Решение о выходе: школа не выявлена вновь и второй мониторинг подтверждён"
    );

    public static Warning ProfileBeforeEdition(string edition, DateOnly validFrom) =>
        new Warning("participation.profile-before-edition")
            .With("edition", edition)
            .With("validFrom", validFrom)
            .By(Separate);

    public static Warning EditionOfOtherYear(string edition, int year) =>
        new Warning("participation.edition-of-other-year").With("edition", edition).With("year", year).By(Separate);

    public static Warning DocumentsMissing(IReadOnlyList<ParticipationDocument> missing) =>
        new Warning("participation.documents-missing")
            .With("documents", missing)
            .With("count", missing.Count)
            .With("of", Enum.GetValues<ParticipationDocument>().Length)
            .By(SchoolDocuments);

    public static readonly Warning ExitUnconfirmed = new Warning("participation.exit-unconfirmed").By(Exit);

    public static Error FactorsMissing(IReadOnlyCollection<string> factors) =>
        Error
            .Unprocessable("participation.factors-missing")
            .With("count", factors.Count)
            .With("factors", string.Join("; ", factors))
            .At("/factors")
            .By(RiskRules.Matching);

    public static Error TooFewPriorityRisks(NormVersion norm, int least, int given) =>
        Error
            .Unprocessable("participation.too-few-priority-risks")
            .With("least", least)
            .With("given", given)
            .At("/choices")
            .By(norm.ToRule());

    public static Error LowRiskNeedsReason(int index, string factor) =>
        Error
            .Unprocessable("participation.low-risk-needs-reason")
            .With("factor", factor)
            .At($"/choices/{index}/reason")
            .By(RiskRules.Priorities);

    /// <param name="index">Place among the factors left out; null: the factor is not listed at all.</param>
    public static Error HighRiskNeedsReason(int? index, string factor) =>
        Error
            .Unprocessable("participation.high-risk-needs-reason")
            .With("factor", factor)
            .At(index is null ? "/leftOut" : $"/leftOut/{index}/reason")
            .By(RiskRules.Priorities);

    /// <summary>One error as it is; several as one, with each in <see cref="Error.Fields"/>.</summary>
    internal static Error Combine(IReadOnlyList<Error> errors) =>
        errors.Count == 1
            ? errors[0]
            : Error.Unprocessable("participation.risks-refused").With("count", errors.Count) with
            {
                Fields = [.. errors],
            };
}
