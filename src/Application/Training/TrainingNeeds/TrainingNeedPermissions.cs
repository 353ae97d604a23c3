namespace MethodCenter.Application.Training.TrainingNeeds;

public static class TrainingNeedPermissions
{
    public const string Read = "training-needs.read";

    /// <summary>Stating and changing needs of the organisations within the caller's reach.</summary>
    public const string State = "training-needs.state";

    /// <summary>What becomes of a need: the centre's to say.</summary>
    public const string Decide = "training-needs.decide";
}
