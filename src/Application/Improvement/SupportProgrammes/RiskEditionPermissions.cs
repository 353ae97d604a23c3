namespace MethodCenter.Application.Improvement.SupportProgrammes;

public static class RiskEditionPermissions
{
    public const string Read = "risk-editions.read";
    public const string Write = "risk-editions.write";
}
