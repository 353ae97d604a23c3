using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Training.TrainingNeeds;

public static class TrainingNeedPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Read = "training-needs.read";

    /// <summary>Stating and changing needs of the organisations within the caller's reach.</summary>
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string State = "training-needs.state";

    /// <summary>What becomes of a need: the centre's to say.</summary>
    [HeldBy(Role.Methodist)]
    public const string Decide = "training-needs.decide";
}
