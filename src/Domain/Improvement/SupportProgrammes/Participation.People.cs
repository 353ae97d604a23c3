using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <content>The people who support the school: coordinator and curator (RISK-8).</content>
public sealed partial class Participation
{
    /// <summary>Gives the school another curator from a day on, as by a first appointment (RISK-8).</summary>
    /// <remarks>
    /// Not bound by the end of the cycle: the outcome waits for the list of the next year (RISK-12), and until then the
    /// school must not be left with a curator who has gone.
    /// </remarks>
    public Result<Nothing> ReplaceCurator(Guid curatorId, DateOnly on, CuratorStanding curator, NormSet norms)
    {
        if (RefuseReplacement(on, CuratorSince) is { } tooLate)
        {
            return tooLate;
        }

        if (curatorId == CuratorId)
        {
            return ParticipationErrors.SameCurator;
        }

        if (RefuseCurator(curator, norms, on) is { } refusal)
        {
            return refusal;
        }

        var old = CuratorId;
        (CuratorId, CuratorSince) = (curatorId, on);
        Raise(new CuratorReplaced(Id, OrganisationId, old, curatorId));
        return Nothing.Done;
    }

    /// <summary>Gives the school another coordinator from a day on.</summary>
    /// <remarks>
    /// A coordinator serves the whole territory: neither the employer nor a number of schools is a bar (RISK-8).
    /// </remarks>
    public Result<Nothing> ReplaceCoordinator(Guid coordinatorId, DateOnly on)
    {
        if (RefuseReplacement(on, CoordinatorSince) is { } tooLate)
        {
            return tooLate;
        }

        if (coordinatorId == CoordinatorId)
        {
            return ParticipationErrors.SameCoordinator;
        }

        var old = CoordinatorId;
        (CoordinatorId, CoordinatorSince) = (coordinatorId, on);
        Raise(new CoordinatorReplaced(Id, OrganisationId, old, coordinatorId));
        return Nothing.Done;
    }

    private Error? RefuseReplacement(DateOnly on, DateOnly since) =>
        State == ParticipationState.Closed
            ? ParticipationErrors.WrongState(
                State,
                ParticipationState.Assigned,
                ParticipationState.Profiled,
                ParticipationState.Planned,
                ParticipationState.InProgress
            )
            : RefuseBefore(on, since);

    private static Error? RefuseCurator(CuratorStanding curator, NormSet norms, DateOnly on)
    {
        if (curator.WorksAtSchool)
        {
            return ParticipationErrors.CuratorWorksAtSchool;
        }

        var norm = norms.Get(SupportProgrammeNorms.SchoolsPerCurator, on);
        return norm.AsWholeNumber() is { } limit && curator.OpenParticipations >= limit
            ? ParticipationErrors.CuratorLimitReached(norm, limit, curator.OpenParticipations)
            : null;
    }
}
