using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LookUpFailures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "redemption_look_up_failure",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    caller = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    minute = table.Column<long>(type: "bigint", nullable: false),
                    failures = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_look_up_failure", x => new { x.brand_id, x.caller, x.minute });
                });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_look_up_failure_minute",
                table: "redemption_look_up_failure",
                column: "minute");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redemption_look_up_failure");
        }
    }
}
