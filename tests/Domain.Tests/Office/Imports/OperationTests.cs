using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Domain.Tests.Office.Imports;

/// <summary>Who may take up an operation, and how it is ended.</summary>
public sealed class OperationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = Now.AddMinutes(1);
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void It_is_taken_from_another_instance_only_when_the_lease_has_run_out(int seconds, bool refused)
    {
        var operation = Queued();
        operation.Start(First, Now, Until).Refused.ShouldBeFalse();

        var taken = operation.Start(Second, Until.AddSeconds(seconds), Until.AddMinutes(1));

        taken.Error.ShouldBe(refused ? OperationErrors.NotWaiting : null);
        (operation.Owner, operation.Attempts).ShouldBe(refused ? (First, 1) : (Second, 2));
    }

    [Fact]
    public void The_instance_that_has_it_may_take_it_up_again()
    {
        var operation = Queued();
        operation.Start(First, Now, Until);

        operation.Start(First, Now, Until).Refused.ShouldBeFalse();
    }

    [Fact]
    public void What_has_ended_is_not_taken_up()
    {
        var operation = Queued();
        operation.Start(First, Now, Until);
        operation.Succeed(Now);

        operation.Start(First, Now, Until).Error.ShouldBe(OperationErrors.NotWaiting);
        operation.State.ShouldBe(OperationState.Succeeded);
    }

    [Fact]
    public void What_waits_is_cancelled_at_once_and_asking_again_is_no_error()
    {
        var operation = Queued();

        operation.RequestCancel(Now).Refused.ShouldBeFalse();
        operation.RequestCancel(Now).Refused.ShouldBeFalse();

        operation.State.ShouldBe(OperationState.Cancelled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_has_ended_by_itself_is_not_cancelled(bool succeeded)
    {
        var operation = Queued();
        operation.Start(First, Now, Until);
        if (succeeded)
        {
            operation.Succeed(Now);
        }
        else
        {
            operation.Fail("import.broken", "Сбой", "Broken", Now);
        }

        operation.RequestCancel(Now).Error!.Code.ShouldBe("operation.finished");
        operation.CancelRequestedAt.ShouldBeNull();
    }

    [Fact]
    public void What_is_still_being_kept_is_not_taken_up()
    {
        var operation = Reserved();

        operation.Start(First, Now, Until).Error.ShouldBe(OperationErrors.NotWaiting);
        operation.Queue();

        operation.Start(First, Now, Until).Refused.ShouldBeFalse();
    }

    [Fact]
    public void What_is_cancelled_while_it_is_being_kept_is_not_queued()
    {
        var operation = Reserved();

        operation.RequestCancel(Now).Refused.ShouldBeFalse();
        operation.Queue();

        operation.State.ShouldBe(OperationState.Cancelled);
    }

    private static Operation Queued()
    {
        var operation = Reserved();
        operation.Queue();
        return operation;
    }

    private static Operation Reserved() =>
        Operation.Reserve(
            new ImportOrder("employees", ImportMode.ValidRows, null, "работники.csv", 10),
            Guid.NewGuid(),
            Now
        );
}
